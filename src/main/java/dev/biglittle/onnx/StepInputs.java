package dev.biglittle.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;

/**
 * What goes into a pass besides caches: the token ids and the number of kept positions, as tensors over memory that is
 * written anew for every pass (ONNX Runtime reads direct buffers where they lie), and in a text's first pass the cache
 * of no positions.
 */
final class StepInputs implements AutoCloseable {
    /** Passes up to this length have a tensor each; a longer one is rare and gets one of its own. */
    private static final int MOST_REUSED = 16;

    private final OrtEnvironment environment;
    private final int leastTokens;
    private final LongBuffer keepBuffer = direct(1);
    private final OnnxTensor keep;
    private final OnnxTensor emptyCache;
    private final LongBuffer[] idBuffers = new LongBuffer[MOST_REUSED + 1];
    private final OnnxTensor[] ids = new OnnxTensor[MOST_REUSED + 1];
    private OnnxTensor longIds;

    StepInputs(OrtEnvironment environment, DecoderShape shape) throws OrtException {
        this.environment = environment;
        leastTokens = shape.leastTokens();
        keep = OnnxTensor.createTensor(environment, keepBuffer, new long[] {1});
        emptyCache = OnnxTensor.createTensor(environment, FloatBuffer.allocate(0),
                new long[] {1, shape.heads(), 0, shape.headSize()});
    }

    private static LongBuffer direct(int length) {
        return ByteBuffer.allocateDirect(length * Long.BYTES).order(ByteOrder.nativeOrder()).asLongBuffer();
    }

    /** Keys or values of one layer before anything was written, float [1, heads, 0, headSize]. */
    OnnxTensor emptyCache() {
        return emptyCache;
    }

    /** int64 [1]; valid until the next call. */
    OnnxTensor keep(int positions) {
        keepBuffer.put(0, positions);
        return keep;
    }

    /**
     * int64 [1, tokens]; valid until the next call. If there are too few tokens the last one is repeated: what comes of
     * it is not looked at, and the next keep cuts it off.
     */
    OnnxTensor ids(int[] tokens) throws OrtException {
        int length = Math.max(leastTokens, tokens.length);
        LongBuffer buffer = length <= MOST_REUSED ? reused(length) : direct(length);
        for (int i = 0; i < length; i++) {
            buffer.put(i, tokens[Math.min(i, tokens.length - 1)]);
        }
        if (length <= MOST_REUSED) {
            return ids[length];
        }
        closeLongIds();
        longIds = OnnxTensor.createTensor(environment, buffer, new long[] {1, length});
        return longIds;
    }

    private LongBuffer reused(int length) throws OrtException {
        if (ids[length] == null) {
            idBuffers[length] = direct(length);
            ids[length] = OnnxTensor.createTensor(environment, idBuffers[length], new long[] {1, length});
        }
        return idBuffers[length];
    }

    private void closeLongIds() {
        if (longIds != null) {
            longIds.close();
        }
    }

    @Override
    public void close() {
        closeLongIds();
        Arrays.stream(ids).filter(tensor -> tensor != null).forEach(OnnxTensor::close);
        emptyCache.close();
        keep.close();
    }
}
