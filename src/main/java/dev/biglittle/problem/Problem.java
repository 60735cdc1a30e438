package dev.biglittle.problem;

import java.util.Locale;

/**
 * Something the user can act on. The message is one sentence or two: what is wrong, where, and what to do.
 * Every layer throws it, the command line prints it and the window shows it.
 */
public class Problem extends RuntimeException {
    private final transient Explanation explanation;

    /** Says the same in every language: for the command line, which speaks English, and for who has chosen the words. */
    public Problem(String message) {
        this(Explanation.verbatim(message));
    }

    public Problem(String message, Throwable cause) {
        this(Explanation.verbatim(message), cause);
    }

    public Problem(Explanation explanation) {
        super(explanation.toString());
        this.explanation = explanation;
    }

    public Problem(Explanation explanation, Throwable cause) {
        super(explanation.toString(), cause);
        this.explanation = explanation;
    }

    /**
     * What the engine throws: every sentence of its is there in every language.
     *
     * @param key    of the sentence in {@code explanations.properties}
     * @param values what takes the places {0}, {1} and so on
     */
    public static Problem of(String key, Object... values) {
        return new Problem(Explanation.of(key, values));
    }

    /** This problem, with the exception that is behind it. */
    public Problem because(Throwable cause) {
        initCause(cause);
        return this;
    }

    public Explanation explanation() {
        return explanation;
    }

    /** The message in a language. */
    public String in(Locale language) {
        return explanation.in(language);
    }
}
