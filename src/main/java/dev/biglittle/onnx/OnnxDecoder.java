package dev.biglittle.onnx;

import ai.onnxruntime.OrtException;
import dev.biglittle.decode.ModelDecoder;
import dev.biglittle.decode.Predictions;

/** A decoder session at work on one text. Owns the cross-attention keys and values and the cache. */
final class OnnxDecoder implements ModelDecoder {
    private final StepInputs stepInputs;
    private final CrossAttention cross;
    private final KeyValueCache cache;
    private int cached;

    /**
     * @param stepInputs stays the caller's; the model's texts share it, as each pass writes it anew
     * @param cache      that reads {@code cross}
     */
    OnnxDecoder(StepInputs stepInputs, CrossAttention cross, KeyValueCache cache) {
        this.stepInputs = stepInputs;
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
            Predictions predictions = cache.pass(stepInputs.ids(tokens), stepInputs.keep(keep), tokens.length);
            cached = keep + tokens.length;
            return predictions;
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
