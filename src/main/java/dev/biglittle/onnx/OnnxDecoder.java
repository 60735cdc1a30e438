package dev.biglittle.onnx;

import ai.onnxruntime.OrtException;
import dev.biglittle.decode.ModelDecoder;
import dev.biglittle.decode.Predictions;

/** A decoder session at work on one text. Owns the cross-attention keys and values and the cache. */
final class OnnxDecoder implements ModelDecoder {
    private final PassMemory memory;
    private final CrossAttention cross;
    private final KeyValueCache cache;
    private int cached;

    /**
     * @param memory stays the caller's
     * @param cache  that reads {@code cross}
     */
    OnnxDecoder(PassMemory memory, CrossAttention cross, KeyValueCache cache) {
        this.memory = memory;
        this.cross = cross;
        this.cache = cache;
    }

    @Override
    public Predictions read(int keep, int[] tokens) {
        if (keep < 0 || keep > cached || tokens.length == 0) {
            throw new IllegalArgumentException("cannot keep " + keep + " of " + cached + " positions and read "
                    + tokens.length + " tokens");
        }
        try {
            PassTensors tensors = memory.tensors(keep, tokens);
            cache.pass(tensors);
            cached = keep + tokens.length;
            return tensors.read(tokens.length);
        } catch (OrtException e) {
            throw Graphs.runFailed("decoder", e);
        }
    }

    @Override
    public void close() {
        try (cross; cache) {
            // the cache first, even if it fails
        }
    }
}
