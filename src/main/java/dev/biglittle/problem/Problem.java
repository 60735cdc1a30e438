package dev.biglittle.problem;

/**
 * Something the user can act on. The message is one sentence or two: what is wrong, where, and what to do.
 * Every layer throws it, the command line prints it and the window shows it.
 */
public class Problem extends RuntimeException {
    public Problem(String message) {
        super(message);
    }

    public Problem(String message, Throwable cause) {
        super(message, cause);
    }
}
