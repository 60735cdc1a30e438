package dev.biglittle.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import dev.biglittle.problem.Explanation;
import dev.biglittle.problem.Problem;
import dev.biglittle.problem.Reason;
import java.util.Optional;

/** ONNX Runtime in this process: the one {@link OrtEnvironment}, and what it can run on. Lives as long as the process. */
public final class OnnxEnvironment {
    private static OnnxEnvironment instance;

    private final NativeLibraries natives;
    private final OrtEnvironment environment;
    private final int sharedThreads;
    private Optional<Explanation> cudaObstacle;
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
            } catch (OrtException | LinkageError e) {
                throw Problem.of("runtime.notLoaded", Reason.of(e), System.getProperty("java.io.tmpdir")).because(e);
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
    public Optional<Explanation> deviceCachesObstacle() {
        try {
            bindingApi();
            return Optional.empty();
        } catch (Problem e) {
            return Optional.of(e.explanation());
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
            return new ProviderStatus(false, Explanation.NONE);
        }
        Optional<Explanation> obstacle = cudaObstacle();
        if (obstacle.isPresent() && choice == ProviderChoice.CUDA) {
            throw Problem.of("cuda.demanded", obstacle.get());
        }
        return new ProviderStatus(obstacle.isEmpty(), obstacle.orElse(Explanation.NONE));
    }

    /** Why CUDA does not run here, as one sentence; empty if sessions can be made with it. Probed once. */
    public synchronized Optional<Explanation> cudaObstacle() {
        if (cudaObstacle == null) {
            cudaObstacle = CudaProbe.obstacle().or(() -> providerObstacle(natives));
        }
        return cudaObstacle;
    }

    static Optional<Explanation> providerObstacle(NativeLibraries natives) {
        try {
            natives.prepareCuda();
        } catch (Problem e) {
            return Optional.of(e.explanation());
        }
        if (!natives.hasCuda()) {
            return Optional.of(Explanation.of("cuda.noLibrary"));
        }
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            CudaOptions.add(options);
            return Optional.empty();
        } catch (OrtException e) {
            return Optional.of(Explanation.of("cuda.refused", e.getMessage()));
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
