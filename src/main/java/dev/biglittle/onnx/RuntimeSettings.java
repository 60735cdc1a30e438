package dev.biglittle.onnx;

import dev.biglittle.problem.Problem;

/**
 * How models are run.
 *
 * @param provider     CPU or CUDA
 * @param threads      threads within one model call, at least 1
 * @param deviceCaches whether caches stay on the device that the models run on between two passes, instead of passing
 *                     through main memory
 */
public record RuntimeSettings(ProviderChoice provider, int threads, boolean deviceCaches) {
    /** true: caches stay on the device. Off until it has run on a graphics card. */
    private static final String DEVICE_CACHES_PROPERTY = "biglittle.device.caches";

    public RuntimeSettings {
        if (threads < 1 || threads > mostThreads()) {
            throw Problem.of("threads.wrong", threads, mostThreads(), Runtime.getRuntime().availableProcessors());
        }
    }

    /** With caches where the system property says. */
    public RuntimeSettings(ProviderChoice provider, int threads) {
        this(provider, threads, Boolean.getBoolean(DEVICE_CACHES_PROPERTY));
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
