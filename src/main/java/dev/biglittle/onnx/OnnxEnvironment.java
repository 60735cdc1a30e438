package dev.biglittle.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import dev.biglittle.problem.Problem;
import java.util.Optional;

/** ONNX Runtime in this process: the one {@link OrtEnvironment}, and what it can run on. Lives as long as the process. */
public final class OnnxEnvironment {
    private static OnnxEnvironment instance;

    private final NativeLibraries natives;
    private final OrtEnvironment environment;
    private final int sharedThreads;
    private Optional<String> cudaObstacle;
    private BindingApi bindingApi;

    private OnnxEnvironment(int threads) throws OrtException {
        natives = NativeLibraries.prepare();
        Telemetry.disable();
        sharedThreads = threads;
        try (OrtEnvironment.ThreadingOptions shared = new OrtEnvironment.ThreadingOptions()) {
            shared.setGlobalIntraOpNumThreads(threads);
            shared.setGlobalInterOpNumThreads(1);
            // between two steps there is no time to fall asleep and wake up again
            shared.setGlobalSpinControl(true);
            environment = OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR, "biglittle", shared);
        }
    }

    /**
     * Loads ONNX Runtime on the first call, which takes 0.05 to 1 s.
     *
     * @param threads of the pool that all models share; only the first call decides
     * @throws Problem if its native libraries cannot be unpacked or loaded
     */
    public static synchronized OnnxEnvironment get(int threads) {
        if (instance == null) {
            try {
                instance = new OnnxEnvironment(threads);
            } catch (OrtException | UnsatisfiedLinkError | ExceptionInInitializerError e) {
                throw new Problem("ONNX Runtime cannot be loaded on this system: " + e.getMessage()
                        + ". It runs on 64-bit Linux (glibc), Windows and macOS.", e);
            }
        }
        return instance;
    }

    OrtEnvironment ort() {
        return environment;
    }

    /**
     * I/O binding, for caches that stay on the device.
     *
     * @throws Problem if this ONNX Runtime's cannot be called
     */
    synchronized BindingApi bindingApi() {
        if (bindingApi == null) {
            bindingApi = BindingApi.load(version());
        }
        return bindingApi;
    }

    /** Why caches cannot stay on the device, as one sentence; empty if they can. */
    public Optional<String> deviceCachesObstacle() {
        try {
            bindingApi();
            return Optional.empty();
        } catch (Problem e) {
            return Optional.of(e.getMessage());
        }
    }

    /** ONNX Runtime's version. */
    public String version() {
        return environment.getVersion();
    }

    /** Where the native libraries lie. */
    public String nativesFolder() {
        return natives.folder().toString();
    }

    /** What models will run on under these settings; a {@link Problem} if CUDA is demanded and does not work. */
    public ProviderStatus resolve(ProviderChoice choice) {
        if (choice == ProviderChoice.CPU) {
            return new ProviderStatus(false, "");
        }
        Optional<String> obstacle = cudaObstacle();
        if (obstacle.isPresent() && choice == ProviderChoice.CUDA) {
            throw new Problem(obstacle.get() + " Or use the provider 'cpu' or 'auto'.");
        }
        return new ProviderStatus(obstacle.isEmpty(), obstacle.orElse(""));
    }

    /** Why CUDA does not run here, as one sentence; empty if sessions can be made with it. Probed once. */
    public synchronized Optional<String> cudaObstacle() {
        if (cudaObstacle == null) {
            cudaObstacle = CudaProbe.obstacle().or(this::providerObstacle);
        }
        return cudaObstacle;
    }

    private Optional<String> providerObstacle() {
        natives.prepareCuda();
        if (!natives.hasCuda()) {
            return Optional.of("CUDA is not used because this installation came without ONNX Runtime's CUDA library;"
                    + " install BigLittle's CUDA package (biglittle-cuda) instead of this one.");
        }
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            CudaOptions.add(options);
            return Optional.empty();
        } catch (OrtException e) {
            return Optional.of("CUDA is not used because ONNX Runtime refuses it: " + e.getMessage() + ".");
        }
    }

    /** Session options for models of this size; the caller closes them. */
    OrtSession.SessionOptions sessionOptions(ProviderStatus provider, int threads) throws OrtException {
        OrtSession.SessionOptions options = new OrtSession.SessionOptions();
        try {
            options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
            shareThreads(options, threads);
            // caches grow by a token a step: a plan for one shape is never used twice
            options.setMemoryPatternOptimization(false);
            if (provider.cuda()) {
                CudaOptions.add(options);
            }
            return options;
        } catch (OrtException e) {
            options.close();
            throw e;
        }
    }

    /**
     * All models take turns on one pool: with a pool each, the threads of the idle model keep the processors busy waiting.
     * A pool cannot be resized; who wants another number gets threads of his own that do not wait so.
     */
    private void shareThreads(OrtSession.SessionOptions options, int threads) throws OrtException {
        if (threads == sharedThreads) {
            options.disablePerSessionThreads();
        } else {
            options.setIntraOpNumThreads(threads);
            options.setInterOpNumThreads(1);
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
        }
    }
}
