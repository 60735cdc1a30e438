package dev.biglittle.decode;

/**
 * Counts and times of one text, or of several added up.
 *
 * @param sourceTokens     source tokens, end-of-text included
 * @param targetTokens     target tokens written, end-of-text included
 * @param smallSteps       calls of the small decoder
 * @param largePasses      calls of the large decoder
 * @param fallbacks        large passes because the small model was unsure
 * @param handOvers        large passes because a run was full or the end was drafted
 * @param rollbacks        large passes that replaced a draft
 * @param rolledBackTokens drafts that were replaced or dropped
 * @param totalNanos       wall time of the whole
 * @param encodeNanos      thereof in either encoder
 * @param smallNanos       thereof in the small decoder
 * @param largeNanos       thereof in the large decoder
 */
public record Statistics(int sourceTokens, int targetTokens, int smallSteps, int largePasses, int fallbacks,
                         int handOvers, int rollbacks, int rolledBackTokens, long totalNanos, long encodeNanos,
                         long smallNanos, long largeNanos) {
    /** Nothing counted yet. */
    public static final Statistics NONE = new Statistics(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    /** Wall time outside the models. */
    public long otherNanos() {
        return totalNanos - encodeNanos - smallNanos - largeNanos;
    }

    /** The sum of two texts. */
    public Statistics plus(Statistics o) {
        return new Statistics(sourceTokens + o.sourceTokens, targetTokens + o.targetTokens, smallSteps + o.smallSteps,
                largePasses + o.largePasses, fallbacks + o.fallbacks, handOvers + o.handOvers,
                rollbacks + o.rollbacks, rolledBackTokens + o.rolledBackTokens, totalNanos + o.totalNanos,
                encodeNanos + o.encodeNanos, smallNanos + o.smallNanos, largeNanos + o.largeNanos);
    }

    /** The same counts with another wall time, such as that of several texts together. */
    public Statistics withTotal(long nanos) {
        return new Statistics(sourceTokens, targetTokens, smallSteps, largePasses, fallbacks, handOvers, rollbacks,
                rolledBackTokens, nanos, encodeNanos, smallNanos, largeNanos);
    }
}
