package dev.biglittle.pair;

import dev.biglittle.onnx.OnnxEncoder;
import java.util.function.Supplier;

/** The encoder that is one model's alone, opened when first needed: where models share one, few texts need it. */
final class OwnEncoder implements Supplier<OnnxEncoder>, AutoCloseable {
    private final Supplier<OnnxEncoder> opening;
    private OnnxEncoder encoder;

    OwnEncoder(Supplier<OnnxEncoder> opening) {
        this.opening = opening;
    }

    /** @throws dev.biglittle.problem.Problem if the graph cannot be loaded */
    @Override
    public OnnxEncoder get() {
        if (encoder == null) {
            encoder = opening.get();
        }
        return encoder;
    }

    long runNanos() {
        return encoder == null ? 0 : encoder.runNanos();
    }

    @Override
    public void close() {
        if (encoder != null) {
            encoder.close();
        }
    }
}
