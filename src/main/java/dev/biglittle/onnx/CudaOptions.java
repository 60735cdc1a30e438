package dev.biglittle.onnx;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.providers.OrtCUDAProviderOptions;
import dev.biglittle.problem.Problem;
import java.util.LinkedHashMap;
import java.util.Map;

/** How sessions use a graphics card. */
final class CudaOptions {
    /** Greatest number of megabytes that each session may take of a graphics card; no limit if it is not set. */
    static final String MEGABYTES_PROPERTY = "biglittle.cuda.megabytes";
    private static final int FIRST_CARD = 0;

    private CudaOptions() {
    }

    /** Adds the CUDA provider; an {@link OrtException} where it does not work. */
    static void add(OrtSession.SessionOptions options) throws OrtException {
        try (OrtCUDAProviderOptions cuda = new OrtCUDAProviderOptions(FIRST_CARD)) {
            for (Map.Entry<String, String> option : provider().entrySet()) {
                cuda.add(option.getKey(), option.getValue());
            }
            options.addCUDA(cuda);
        }
    }

    /** Options of ONNX Runtime's CUDA provider, by name. */
    static Map<String, String> provider() {
        Map<String, String> options = new LinkedHashMap<>();
        // grow by what is asked for: the default doubles, and two models share the card
        options.put("arena_extend_strategy", "kSameAsRequested");
        String megabytes = System.getProperty(MEGABYTES_PROPERTY);
        if (megabytes != null) {
            options.put("gpu_mem_limit", String.valueOf(Math.multiplyExact(megabytes(megabytes), 1L << 20)));
        }
        return options;
    }

    private static long megabytes(String text) {
        try {
            int megabytes = Integer.parseInt(text);
            if (megabytes > 0) {
                return megabytes;
            }
        } catch (NumberFormatException e) {
            throw noLimit(text, e);
        }
        throw noLimit(text, null);
    }

    private static Problem noLimit(String text, NumberFormatException cause) {
        return Problem.of("cuda.noLimit", text, MEGABYTES_PROPERTY).because(cause);
    }
}
