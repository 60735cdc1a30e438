package dev.biglittle.pair;

import dev.biglittle.onnx.OnnxEncoder;
import dev.biglittle.onnx.OnnxEncoder.Side;
import dev.biglittle.onnx.ProviderStatus;
import dev.biglittle.onnx.RuntimeSettings;

/**
 * The encoders of a pair's models.
 *
 * @param shared reads a source for both models at once; null if the pair has no such graph
 * @param small  the small model's own
 * @param large  the large model's own
 */
record PairEncoders(OnnxEncoder shared, OwnEncoder small, OwnEncoder large) implements AutoCloseable {
    static PairEncoders open(PairDescription pair, PairFiles files, ProviderStatus provider, RuntimeSettings settings) {
        OnnxEncoder shared = pair.sharedEncoder() == null ? null
                : OnnxEncoder.shared(files.resolve(pair.sharedEncoder()), pair.small().shape(), pair.large().shape(),
                        provider, settings.threads());
        return new PairEncoders(shared, own(pair.small(), files, provider, settings),
                own(pair.large(), files, provider, settings));
    }

    private static OwnEncoder own(ModelDescription model, PairFiles files, ProviderStatus provider,
                                  RuntimeSettings settings) {
        return new OwnEncoder(() -> OnnxEncoder.own(files.resolve(model.encoder()), model.shape(), provider,
                settings.threads()));
    }

    /** What a model reads with when both work together. */
    OnnxEncoder together(OwnEncoder own) {
        return shared == null ? own.get() : shared;
    }

    /** Whose keys and values of what {@link #together} gives are a model's. */
    Side side(Side ofShared) {
        return shared == null ? Side.ONLY : ofShared;
    }

    /** Time spent in ONNX Runtime's calls of the encoders, in nanoseconds. */
    long runNanos() {
        return (shared == null ? 0 : shared.runNanos()) + small.runNanos() + large.runNanos();
    }

    @Override
    public void close() {
        try (shared; small; large) {
            // closed in reverse order, each even if another fails
        }
    }
}
