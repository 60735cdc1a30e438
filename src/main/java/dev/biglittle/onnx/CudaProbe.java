package dev.biglittle.onnx;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import com.sun.jna.ptr.IntByReference;
import dev.biglittle.problem.Explanation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds out cheaply what CUDA lacks here, by name. ONNX Runtime itself only says "failed to load shared library". Its
 * CUDA provider is built for CUDA 12 and needs NVIDIA's driver, the CUDA 12 runtime and cuBLAS.
 */
final class CudaProbe {
    private static final boolean WINDOWS = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("win");
    private static final String DRIVER = WINDOWS ? "nvcuda" : "libcuda.so.1";
    private static final List<String> LIBRARIES = WINDOWS
            ? List.of("cudart64_12", "cublasLt64_12", "cublas64_12", "curand64_10", "cudnn64_9")
            : List.of("libcudart.so.12", "libcublasLt.so.12", "libcublas.so.12", "libcurand.so.10", "libcudnn.so.9");
    /** cuDriverGetVersion of the first driver that runs CUDA 12. */
    private static final int CUDA_12 = 12_000;

    private CudaProbe() {
    }

    /** Why CUDA cannot run here, as one sentence; empty if nothing speaks against trying it. */
    static Optional<Explanation> obstacle() {
        if (System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac")) {
            return Optional.of(Explanation.of("cuda.macos"));
        }
        Optional<Explanation> driver = driverObstacle();
        if (driver.isPresent()) {
            return driver;
        }
        List<String> missing = new ArrayList<>();
        for (String library : LIBRARIES) {
            if (!loads(library)) {
                missing.add(library);
            }
        }
        if (missing.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Explanation.of("cuda.missing", String.join(", ", missing)));
    }

    private static Optional<Explanation> driverObstacle() {
        NativeLibrary driver;
        try {
            driver = NativeLibrary.getInstance(DRIVER);
        } catch (UnsatisfiedLinkError e) {
            return Optional.of(Explanation.of("cuda.noDriver", DRIVER));
        }
        int started = call(driver, "cuInit", 0);
        if (started != 0) {
            return Optional.of(Explanation.of("cuda.driverError", started));
        }
        IntByReference value = new IntByReference();
        if (call(driver, "cuDeviceGetCount", value) != 0 || value.getValue() == 0) {
            return Optional.of(Explanation.of("cuda.noCard"));
        }
        if (call(driver, "cuDriverGetVersion", value) == 0 && value.getValue() < CUDA_12) {
            return Optional.of(Explanation.of("cuda.oldDriver", value.getValue() / 1000, value.getValue() % 1000 / 10));
        }
        return Optional.empty();
    }

    private static int call(NativeLibrary driver, String function, Object argument) {
        Function f = driver.getFunction(function);
        return f.invokeInt(new Object[] {argument});
    }

    private static boolean loads(String library) {
        try {
            NativeLibrary.getInstance(library);
            return true;
        } catch (UnsatisfiedLinkError e) {
            return false;
        }
    }
}
