import java.util.Locale;

/** Whether CUDA's half a gigabyte comes along. */
enum Flavour {
    CPU, CUDA;

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The name of the .deb package. */
    String packageName() {
        return this == CPU ? "biglittle" : "biglittle-cuda";
    }

    /** Whether this flavour needs the library with that file name. TensorRT is never used. */
    boolean takes(String library) {
        return !library.contains("onnxruntime_providers_tensorrt")
                && (this == CUDA || !library.contains("onnxruntime_providers_"));
    }
}
