package dev.biglittle.onnx;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Platform;

/**
 * Switches off ONNX Runtime's telemetry before it starts: nobody's translations are anybody's business, and in 1.29 its
 * start-up runs a recursive regular expression over the command line, which overflows the stack and ends the process if
 * that is longer than about 3,400 characters.
 */
final class Telemetry {
    private static final String VARIABLE = "ORT_DISABLE_TELEMETRY";

    private Telemetry() {
    }

    /** The C library's way to change the environment of a running process; Java has none. */
    interface Posix extends Library {
        int setenv(String name, String value, int overwrite);
    }

    /** The same on Windows. */
    interface Windows extends Library {
        int _putenv_s(String name, String value);
    }

    /** Call before ONNX Runtime is loaded. */
    static void disable() {
        int failed = Platform.isWindows() ? Native.load("ucrtbase", Windows.class)._putenv_s(VARIABLE, "1")
                : Native.load("c", Posix.class).setenv(VARIABLE, "1", 1);
        if (failed != 0) {
            throw new IllegalStateException("the environment variable " + VARIABLE + " cannot be set");
        }
    }
}
