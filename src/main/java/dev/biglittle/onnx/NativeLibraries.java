package dev.biglittle.onnx;

import ai.onnxruntime.OrtEnvironment;
import dev.biglittle.folder.ProgramFolders;
import dev.biglittle.problem.Problem;
import dev.biglittle.problem.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * ONNX Runtime's native libraries, unpacked once per version into the cache folder. Left to itself ONNX Runtime unpacks
 * them into a temporary folder at every start: half a second for the CPU, ten seconds and 0.6 GB for CUDA.
 */
final class NativeLibraries {
    private static final Logger LOG = LoggerFactory.getLogger(NativeLibraries.class);
    /** ONNX Runtime loads its libraries from the folder this property names. */
    private static final String FOLDER_PROPERTY = "onnxruntime.native.path";
    /** DJL unpacks its tokenizer library below the folder this property names. */
    private static final String DJL_CACHE_PROPERTY = "DJL_CACHE_DIR";

    private static final String CUDA = System.mapLibraryName("onnxruntime_providers_cuda");

    private final String resources;
    private final Path folder;

    private NativeLibraries(String resources, Path folder) {
        this.resources = resources;
        this.folder = folder;
    }

    /**
     * Unpacks what the CPU needs, if that was not done before, and tells ONNX Runtime where it lies. Does nothing where
     * the libraries lie beside the program already (the property is set). Call before any class of ONNX Runtime is used.
     */
    static NativeLibraries prepare() {
        Path cache = ProgramFolders.here().cache();
        if (System.getProperty(DJL_CACHE_PROPERTY) == null) {
            System.setProperty(DJL_CACHE_PROPERTY, cache.resolve("djl").toString());
        }
        System.setProperty("ai.djl.offline", "true");
        String given = System.getProperty(FOLDER_PROPERTY);
        if (given != null) {
            return new NativeLibraries(null, Path.of(given));
        }
        NativeLibraries natives = in(cache);
        for (String library : List.of("onnxruntime", "onnxruntime4j_jni", "onnxruntime_providers_shared")) {
            natives.unpack(System.mapLibraryName(library));
        }
        System.setProperty(FOLDER_PROPERTY, natives.folder.toString());
        return natives;
    }

    /** Those that belong into a cache folder; nothing is unpacked yet. */
    static NativeLibraries in(Path cache) {
        String platform = platform();
        String version = OrtEnvironment.class.getPackage().getImplementationVersion();
        return new NativeLibraries("/ai/onnxruntime/native/" + platform + "/",
                cache.resolve("onnxruntime-" + version + "-" + platform));
    }

    /** Unpacks what CUDA needs besides: one library of about 580 MB. */
    void prepareCuda() {
        unpack(CUDA);
    }

    /** Whether the library for CUDA is here; an installation for the CPU lacks it. */
    boolean hasCuda() {
        return Files.isRegularFile(folder.resolve(CUDA));
    }

    Path folder() {
        return folder;
    }

    private void unpack(String library) {
        if (resources == null) {
            return;
        }
        URL resource = OrtEnvironment.class.getResource(resources + library);
        if (resource == null) {
            // the build for the CPU alone has no provider libraries; what it lacks is reported where it is needed
            return;
        }
        Path target = folder.resolve(library);
        try {
            URLConnection connection = resource.openConnection();
            long size = connection.getContentLengthLong();
            if (Files.isRegularFile(target) && Files.size(target) == size) {
                return;
            }
            Files.createDirectories(folder);
            Path part = Files.createTempFile(folder, library, ".part");
            try (InputStream in = connection.getInputStream()) {
                Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
                move(part, target);
            } finally {
                Files.deleteIfExists(part);
            }
            LOG.info("Unpacked {} to {}", library, folder);
        } catch (IOException e) {
            throw Problem.of("native.notUnpacked", library, folder, Reason.of(e)).because(e);
        }
    }

    /** Another process may unpack at the same time: whoever comes last replaces the file by the same file. */
    private static void move(Path part, Path target) throws IOException {
        try {
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static String platform() {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String name = os.contains("win") ? "win" : os.contains("mac") ? "osx" : "linux";
        String arch = System.getProperty("os.arch");
        return name + "-" + (arch.equals("amd64") || arch.equals("x86_64") ? "x64" : arch);
    }
}
