package dev.biglittle.app;

import dev.biglittle.problem.Problem;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Whether there is anywhere to show a window. */
final class DisplayCheck {
    /** JavaFX platforms that draw into memory. */
    private static final Set<String> WITHOUT_DISPLAY = Set.of("monocle", "headless");

    private DisplayCheck() {
    }

    /**
     * Asks before JavaFX starts, which would otherwise end with a stack trace.
     *
     * @param system        the property {@code os.name}
     * @param glassPlatform the property {@code glass.platform}; null if not set
     * @param environment   the environment variables
     */
    static void before(String system, String glassPlatform, Map<String, String> environment) {
        boolean drawsToMemory = glassPlatform != null && WITHOUT_DISPLAY.contains(glassPlatform.toLowerCase(Locale.ROOT));
        boolean display = !environment.getOrDefault("DISPLAY", "").isEmpty()
                || !environment.getOrDefault("WAYLAND_DISPLAY", "").isEmpty();
        if (system.startsWith("Linux") && !drawsToMemory && !display) {
            throw noDisplay(null);
        }
    }

    /** What a failed start of JavaFX means to the user; other failures come back as they are. */
    static RuntimeException explain(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage());
            if (message.contains("Unable to open DISPLAY")) {
                return noDisplay(failure);
            }
            if (message.contains("GTK") || cause instanceof UnsatisfiedLinkError) {
                return new Problem("The window needs the libraries GTK 3 and libXtst, and one of them cannot be loaded ("
                        + message + "); install libgtk-3-0 and libxtst6, or use 'biglittle translate'.", failure);
            }
        }
        return failure;
    }

    private static Problem noDisplay(Throwable cause) {
        return new Problem("No display was found: the window needs a desktop. On a machine without one use"
                + " 'biglittle translate', or set DISPLAY.", cause);
    }
}
