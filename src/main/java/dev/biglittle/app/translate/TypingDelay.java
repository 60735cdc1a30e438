package dev.biglittle.app.translate;

/**
 * How long typing must pause before a translation starts: about as long as the pair takes for a sentence. A fast pair
 * follows every word; a slow one is not started in vain again and again.
 */
final class TypingDelay {
    static final long SHORTEST_NANOS = 150_000_000L;
    static final long LONGEST_NANOS = 1_500_000_000L;
    /** Until something is known of the pair. */
    static final long FIRST_NANOS = 400_000_000L;

    /** Half of what is known comes from the last translation. */
    private static final double WEIGHT = 0.5;

    private double nanosPerSentence = Double.NaN;

    /**
     * A translation was finished.
     *
     * @param nanos     from the request to the last token
     * @param sentences how many the models wrote in that time; remembered ones do not count
     */
    void measured(long nanos, int sentences) {
        if (sentences > 0) {
            double latest = (double) nanos / sentences;
            nanosPerSentence = Double.isNaN(nanosPerSentence) ? latest
                    : WEIGHT * latest + (1 - WEIGHT) * nanosPerSentence;
        }
    }

    /** Another pair is as fast as nobody knows. */
    void forget() {
        nanosPerSentence = Double.NaN;
    }

    long nanos() {
        return Double.isNaN(nanosPerSentence) ? FIRST_NANOS
                : Math.max(SHORTEST_NANOS, Math.min(LONGEST_NANOS, Math.round(nanosPerSentence)));
    }
}
