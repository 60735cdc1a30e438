package dev.biglittle.onnx;

import dev.biglittle.problem.Problem;

/**
 * How models are run.
 *
 * @param provider CPU or CUDA
 * @param threads  threads within one model call, at least 1
 */
public record RuntimeSettings(ProviderChoice provider, int threads) {
    public RuntimeSettings {
        int most = 8 * Runtime.getRuntime().availableProcessors();
        if (threads < 1 || threads > most) {
            throw new Problem("The number of threads is " + threads + "; give 1 to " + most
                    + " (this machine has " + Runtime.getRuntime().availableProcessors() + " processors).");
        }
    }

    /** CUDA if it works; on the CPU as many threads as help a model this small, which is few. */
    public static RuntimeSettings defaults() {
        return new RuntimeSettings(ProviderChoice.AUTO, Math.min(4, Runtime.getRuntime().availableProcessors()));
    }
}
