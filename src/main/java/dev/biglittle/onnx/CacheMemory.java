package dev.biglittle.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;

/**
 * Memory for the keys and values of one text at a time, used again for the next. A pass reads those of the pass before
 * and writes its own, so there are two places, which take turns.
 */
final class CacheMemory implements AutoCloseable {
    /** Positions there is room for at first: most sentences are shorter. */
    private static final int FIRST_ROOM = 64;

    private final OrtEnvironment environment;
    private final DecoderShape shape;
    private KeyValueTensors past;
    private KeyValueTensors present;

    CacheMemory(OrtEnvironment environment, DecoderShape shape) {
        this.environment = environment;
        this.shape = shape;
        past = new KeyValueTensors(environment, shape, FIRST_ROOM);
        present = new KeyValueTensors(environment, shape, FIRST_ROOM);
    }

    /**
     * Where a pass may write, float [1, heads, length, headSize] for key and value of every layer. What the last finished
     * pass wrote is somewhere else.
     */
    OnnxTensor[] present(int length) throws OrtException {
        if (length > present.positions()) {
            // made before the other goes: there may be too little memory for it
            KeyValueTensors larger = new KeyValueTensors(environment, shape, Math.max(length, 2 * present.positions()));
            present.close();
            present = larger;
        }
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
