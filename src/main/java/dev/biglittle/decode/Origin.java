package dev.biglittle.decode;

/** Who wrote a token, and on what occasion. */
public enum Origin {
    /** The small model drafted it. */
    SMALL("small"),
    /** The large model wrote it because the small one was unsure (the paper's fallback policy). */
    FALLBACK("fallback"),
    /** The large model wrote it because the run of small tokens was at its end: long enough, or the text complete. */
    HAND_OVER("hand-over"),
    /** The large model put it in place of a draft it found too unlikely (the paper's rollback policy). */
    ROLLBACK("rollback"),
    /** The large model wrote it with no draft to judge: alone, at the start, or after a rollback. */
    LARGE("large");

    private final String label;

    Origin(String label) {
        this.label = label;
    }

    /** The name in JSON and in style sheets. */
    public String label() {
        return label;
    }
}
