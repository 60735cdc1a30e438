package dev.biglittle.onnx;

import ai.onnxruntime.OnnxTensor;
import java.util.function.Consumer;

/** What one run of an encoder gave. Its memory goes back when everyone who holds it has closed it. */
final class CrossAttention implements AutoCloseable {
    private final CrossMemory memory;
    private final Consumer<CrossMemory> takeBack;
    private int holders = 1;

    /** @param memory that the encoder has written to */
    CrossAttention(CrossMemory memory, Consumer<CrossMemory> takeBack) {
        this.memory = memory;
        this.takeBack = takeBack;
    }

    /** By the encoder's name of it. */
    OnnxTensor tensor(String name) {
        return memory.output(name);
    }

    /** One more holder, who closes this too. */
    CrossAttention retain() {
        holders++;
        return this;
    }

    @Override
    public void close() {
        holders--;
        if (holders == 0) {
            takeBack.accept(memory);
        }
    }
}
