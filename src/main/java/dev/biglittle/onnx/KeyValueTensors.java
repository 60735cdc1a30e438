package dev.biglittle.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import java.nio.FloatBuffer;

/**
 * Keys and values of up to so many positions, as tensors over direct buffers, which ONNX Runtime reads and writes where
 * they lie. Tensors of all lengths lie over the same buffers, so only those of one length mean anything at a time.
 */
final class KeyValueTensors implements AutoCloseable {
    /** Positions there is room for at first: most sentences are shorter. */
    private static final int FIRST_ROOM = 64;

    private final OrtEnvironment environment;
    private final DecoderShape shape;
    private final int positions;
    private final FloatBuffer[] memory;
    /** By length; made when first needed and kept, as to make them anew takes a twentieth of a pass. */
    private final OnnxTensor[][] tensors;

    KeyValueTensors(OrtEnvironment environment, DecoderShape shape) {
        this(environment, shape, FIRST_ROOM);
    }

    /** @param positions longest length there is room for */
    private KeyValueTensors(OrtEnvironment environment, DecoderShape shape, int positions) {
        this.environment = environment;
        this.shape = shape;
        this.positions = positions;
        memory = new FloatBuffer[2 * shape.layers()];
        for (int i = 0; i < memory.length; i++) {
            memory[i] = PassTensors.direct(Math.multiplyExact(floats(positions), Float.BYTES)).asFloatBuffer();
        }
        tensors = new OnnxTensor[positions + 1][];
    }

    private int floats(int length) {
        return Math.multiplyExact(shape.heads() * shape.headSize(), length);
    }

    /** These if they have room for so many positions; otherwise larger ones, and these are closed. */
    KeyValueTensors withRoomFor(int length) {
        if (length <= positions) {
            return this;
        }
        // made before these go: there may be too little memory for it
        KeyValueTensors larger = new KeyValueTensors(environment, shape, Math.max(length, 2 * positions));
        close();
        return larger;
    }

    /** Key and value of every layer in the order of {@link DecoderGraph#present}, float [1, heads, length, headSize]. */
    OnnxTensor[] of(int length) throws OrtException {
        if (tensors[length] == null) {
            OnnxTensor[] made = new OnnxTensor[memory.length];
            try {
                for (int i = 0; i < made.length; i++) {
                    made[i] = OnnxTensor.createTensor(environment, memory[i].duplicate().limit(floats(length)),
                            new long[] {1, shape.heads(), length, shape.headSize()});
                }
            } catch (OrtException e) {
                close(made);
                throw e;
            }
            tensors[length] = made;
        }
        return tensors[length];
    }

    @Override
    public void close() {
        for (OnnxTensor[] each : tensors) {
            if (each != null) {
                close(each);
            }
        }
    }

    private static void close(OnnxTensor[] made) {
        for (OnnxTensor tensor : made) {
            if (tensor != null) {
                tensor.close();
            }
        }
    }
}
