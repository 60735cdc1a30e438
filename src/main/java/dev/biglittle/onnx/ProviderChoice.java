package dev.biglittle.onnx;

import dev.biglittle.problem.Problem;
import java.util.Locale;

/** What the user wants the models to run on. */
public enum ProviderChoice {
    /** CUDA where it works, the CPU elsewhere. */
    AUTO,
    /** The CPU. */
    CPU,
    /** CUDA, and a {@link Problem} where it does not work. */
    CUDA;

    /** The name on the command line. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
