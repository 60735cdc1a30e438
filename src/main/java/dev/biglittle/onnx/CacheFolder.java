package dev.biglittle.onnx;

import java.nio.file.Path;
import java.util.Locale;

/** Where this program keeps files it can make again: the platform's cache folder. */
final class CacheFolder {
    private CacheFolder() {
    }

    static Path path() {
        String home = System.getProperty("user.home");
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (os.contains("win")) {
            String local = System.getenv("LOCALAPPDATA");
            return Path.of(local != null ? local : home, "BigLittle", "cache");
        }
        if (os.contains("mac")) {
            return Path.of(home, "Library", "Caches", "BigLittle");
        }
        String xdg = System.getenv("XDG_CACHE_HOME");
        return xdg != null && !xdg.isBlank() ? Path.of(xdg, "biglittle") : Path.of(home, ".cache", "biglittle");
    }
}
