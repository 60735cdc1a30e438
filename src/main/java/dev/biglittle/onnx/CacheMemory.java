package dev.biglittle.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;

/**
 * Memory for the keys and values of one text at a time, used again for the next. A pass reads those of the pass before
 * and writes its own, so there are two places, which take turns.
 */
final class CacheMemory implements AutoCloseable {
    private KeyValueTensors past;
    private KeyValueTensors present;

    CacheMemory(OrtEnvironment environment, DecoderShape shape) {
        past = new KeyValueTensors(environment, shape);
        present = new KeyValueTensors(environment, shape);
    }

    /**
     * Where a pass may write, float [1, heads, length, headSize] for key and value of every layer. What the last finished
     * pass wrote is somewhere else.
     */
    OnnxTensor[] present(int length) throws OrtException {
        present = present.withRoomFor(length);
        return present.of(length);
    }

    /** The pass is finished: what it wrote is past now. */
    void turn() {
        KeyValueTensors written = present;
        present = past;
        past = written;
    }

    @Override
    public void close() {
        past.close();
        present.close();
    }
}
