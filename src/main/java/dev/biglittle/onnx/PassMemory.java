package dev.biglittle.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;

/** The memory that a model's passes share, but for the caches: all its texts use it, one pass after another. */
final class PassMemory implements AutoCloseable {
    /** Passes up to this length have tensors of their own; a longer one is rare, and its tensors go with the next. */
    private static final int MOST_REUSED = 16;

    private final OrtEnvironment environment;
    private final DecoderShape shape;
    private final LongBuffer keepBuffer = ByteBuffer.allocateDirect(Long.BYTES).order(ByteOrder.nativeOrder())
            .asLongBuffer();
    private final OnnxTensor keep;
    private final OnnxTensor emptyCache;
    /** By number of tokens; 0 holds those of the last long pass. */
    private final PassTensors[] tensors = new PassTensors[MOST_REUSED + 1];

    PassMemory(OrtEnvironment environment, DecoderShape shape) throws OrtException {
        this.environment = environment;
        this.shape = shape;
        keep = OnnxTensor.createTensor(environment, keepBuffer, new long[] {1});
        emptyCache = OnnxTensor.createTensor(environment, FloatBuffer.allocate(0),
                new long[] {1, shape.heads(), 0, shape.headSize()});
    }

    /** Keys or values of one layer before anything was written, float [1, heads, 0, headSize]. */
    OnnxTensor emptyCache() {
        return emptyCache;
    }

    /** The number of kept positions, int64 [1]; valid until the next call. */
    OnnxTensor keep(int positions) {
        keepBuffer.put(0, positions);
        return keep;
    }

    /** For a pass over these tokens; valid until the next call. */
    PassTensors tensors(int[] tokens) throws OrtException {
        int length = Math.max(shape.leastTokens(), tokens.length);
        int place = length <= MOST_REUSED ? length : 0;
        if (place == 0 && tensors[0] != null) {
            tensors[0].close();
            tensors[0] = null;
        }
        if (tensors[place] == null) {
            tensors[place] = new PassTensors(environment, length, shape.top());
        }
        tensors[place].write(tokens);
        return tensors[place];
    }

    @Override
    public void close() {
        for (PassTensors each : tensors) {
            if (each != null) {
                each.close();
            }
        }
        emptyCache.close();
        keep.close();
    }
}
