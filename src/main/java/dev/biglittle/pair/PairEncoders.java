package dev.biglittle.pair;

import dev.biglittle.onnx.OnnxEncoder;
import dev.biglittle.onnx.OnnxEncoder.Side;
import dev.biglittle.onnx.ProviderStatus;
import dev.biglittle.onnx.RuntimeSettings;
import dev.biglittle.problem.Problem;

/** The encoders of a pair's models: one that both share where the pair has it, else one each. */
record PairEncoders(OnnxEncoder small, Side smallSide, OnnxEncoder large, Side largeSide) implements AutoCloseable {
    static PairEncoders open(PairDescription pair, PairFiles files, ProviderStatus provider, RuntimeSettings settings) {
        if (pair.sharedEncoder() != null) {
            OnnxEncoder shared = OnnxEncoder.shared(files.resolve(pair.sharedEncoder()), pair.small().shape(),
                    pair.large().shape(), provider, settings.threads());
            return new PairEncoders(shared, Side.SMALL, shared, Side.LARGE);
        }
        OnnxEncoder small = own(pair.small(), files, provider, settings);
        try {
            return new PairEncoders(small, Side.ONLY, own(pair.large(), files, provider, settings), Side.ONLY);
        } catch (Problem e) {
            small.close();
            throw e;
        }
    }

    private static OnnxEncoder own(ModelDescription model, PairFiles files, ProviderStatus provider,
                                   RuntimeSettings settings) {
        return OnnxEncoder.own(files.resolve(model.encoder()), model.shape(), provider, settings.threads());
    }

    /** Time spent in ONNX Runtime's calls of the encoders, in nanoseconds. */
    long runNanos() {
        return small == large ? small.runNanos() : small.runNanos() + large.runNanos();
    }

    @Override
    public void close() {
        try (small; large) {
            // closed in reverse order, each even if another fails; closing the shared one twice does nothing
        }
    }
}
