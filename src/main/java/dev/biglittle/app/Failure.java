package dev.biglittle.app;

import dev.biglittle.problem.Problem;
import java.io.PrintWriter;
import java.io.StringWriter;

/**
 * Something that went wrong.
 *
 * @param sentence what is wrong, where, and what to do
 * @param details  for a bug report
 */
public record Failure(String sentence, String details) {
    public static Failure of(Throwable cause) {
        StringWriter details = new StringWriter();
        cause.printStackTrace(new PrintWriter(details, true));
        String sentence = cause instanceof Problem ? cause.getMessage()
                : cause instanceof OutOfMemoryError ? Messages.text("failure.memory")
                : Messages.text("failure.unexpected", String.valueOf(cause.getMessage()));
        return new Failure(sentence, details.toString());
    }
}
