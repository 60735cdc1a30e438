package dev.biglittle.app;

import dev.biglittle.problem.Problem;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.function.Supplier;

/**
 * Something that went wrong.
 *
 * @param words   what is wrong, where, and what to do, in the language the window speaks when asked
 * @param details for a bug report
 */
public record Failure(Supplier<String> words, String details) {
    public static Failure of(Throwable cause) {
        StringWriter details = new StringWriter();
        cause.printStackTrace(new PrintWriter(details, true));
        return new Failure(() -> words(cause), details.toString());
    }

    private static String words(Throwable cause) {
        return cause instanceof Problem problem ? problem.in(Messages.language())
                : cause instanceof OutOfMemoryError ? Messages.text("failure.memory")
                : Messages.text("failure.unexpected", String.valueOf(cause.getMessage()));
    }

    public String sentence() {
        return words.get();
    }
}
