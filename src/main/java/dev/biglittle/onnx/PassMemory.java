package dev.biglittle.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import java.nio.FloatBuffer;
import java.util.ArrayDeque;
import java.util.Deque;

/** The memory that a model's passes use: all its texts share it, one pass after another, and borrow their caches from it. */
final class PassMemory implements AutoCloseable {
    /** Passes up to this length have tensors of their own; a longer one is rare, and its tensors go with the next. */
    private static final int MOST_REUSED = 16;

    private final OrtEnvironment environment;
    private final DecoderShape shape;
    private final OnnxTensor emptyCache;
    /** Those that no text uses now; two texts at once are rare, so mostly one or none. */
    private final Deque<CacheMemory> caches = new ArrayDeque<>();
    /** By number of tokens; 0 holds those of the last long pass. */
    private final PassTensors[] tensors = new PassTensors[MOST_REUSED + 1];

    PassMemory(OrtEnvironment environment, DecoderShape shape) throws OrtException {
        this.environment = environment;
        this.shape = shape;
        emptyCache = OnnxTensor.createTensor(environment, FloatBuffer.allocate(0),
                new long[] {1, shape.heads(), 0, shape.headSize()});
    }

    /** Keys or values of one layer before anything was written, float [1, heads, 0, headSize]. */
    OnnxTensor emptyCache() {
        return emptyCache;
    }

    /** Memory for a text's cache, until it is taken back. */
    CacheMemory lendCache() {
        CacheMemory cache = caches.poll();
        return cache != null ? cache : new CacheMemory(environment, shape);
    }

    /** The text that the memory was lent for is done with it. */
    void takeBack(CacheMemory cache) {
        caches.push(cache);
    }

    /** For a pass over these tokens after {@code keep} cached positions; valid until the next call. */
    PassTensors tensors(int keep, int[] tokens) throws OrtException {
        int length = Math.max(shape.leastTokens(), tokens.length);
        int place = length <= MOST_REUSED ? length : 0;
        if (place == 0 && tensors[0] != null) {
            tensors[0].close();
            tensors[0] = null;
        }
        if (tensors[place] == null) {
            tensors[place] = new PassTensors(environment, length, shape.top());
        }
        tensors[place].write(keep, tokens);
        return tensors[place];
    }

    @Override
    public void close() {
        for (PassTensors each : tensors) {
            if (each != null) {
                each.close();
            }
        }
        caches.forEach(CacheMemory::close);
        emptyCache.close();
    }
}
