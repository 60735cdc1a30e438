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
        if (threads < 1 || threads > mostThreads()) {
            throw new Problem("The number of threads is " + threads + "; give 1 to " + mostThreads()
                    + " (this machine has " + Runtime.getRuntime().availableProcessors() + " processors).");
        }
    }

    /** More threads do not help models this small. */
    private static final int MOST_USEFUL_THREADS = 4;

    /** The greatest number of threads that is accepted here. */
    public static int mostThreads() {
        return 8 * Runtime.getRuntime().availableProcessors();
    }

    /** CUDA if it works; on the CPU one processor is left to the rest of the computer. */
    public static RuntimeSettings defaults() {
        int processors = Runtime.getRuntime().availableProcessors();
        return new RuntimeSettings(ProviderChoice.AUTO, Math.max(1, Math.min(MOST_USEFUL_THREADS, processors - 1)));
    }
}
