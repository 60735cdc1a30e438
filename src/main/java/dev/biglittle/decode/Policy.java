package dev.biglittle.decode;

import dev.biglittle.problem.Problem;
import java.util.Map;

/**
 * When the large model is called and what it may change: the paper's fallback and rollback policies
 * (arXiv 2302.07863, sections 3.2 and 3.3), and the choices the paper leaves open.
 *
 * @param smallDrafts        whether the small model writes at all
 * @param fallback           alpha_FB: a small token with a lower probability is thrown away and the large model
 *                           writes instead; 0 means never, above 1 means always
 * @param rollback           alpha_RB: a draft whose distance (-ln p under the large model) is greater is replaced,
 *                           unless the large model would have written it too; infinity means never
 * @param maxRun             drafts after which the large model is called in any case; {@link #NO_MAX_RUN} for no limit,
 *                           {@link #ADAPTIVE_RUN} for as many as pay, {@link #CONFIDENT_RUN} for as many as the small
 *                           model is sure of
 * @param startsLarge        whether the large model writes the first token
 * @param verifiesEnd        whether drafts at the end of the text are reviewed before the text counts as finished
 * @param continuesRolledBack whether the large model writes one more token after a rollback
 */
public record Policy(boolean smallDrafts, double fallback, double rollback, int maxRun, boolean startsLarge,
                     boolean verifiesEnd, boolean continuesRolledBack) {
    /** Value of {@link #maxRun} for runs of any length. */
    public static final int NO_MAX_RUN = 0;
    /** Value of {@link #maxRun} for runs that end where another draft would not pay for its time; no count is that low. */
    public static final int ADAPTIVE_RUN = Integer.MIN_VALUE;
    /**
     * Value of {@link #maxRun} for runs that end where the small model's probabilities, multiplied over the run, fall below
     * {@link #fallback}: where it is not sure that all of its drafts stand. No count is that low.
     */
    public static final int CONFIDENT_RUN = Integer.MIN_VALUE + 1;
    /** The runs whose length is no count, by the word for them on the command line and in files. */
    public static final Map<String, Integer> RUN_WORDS = Map.of("auto", ADAPTIVE_RUN, "confident", CONFIDENT_RUN);
    /** The paper's greatest run length, 10. */
    public static final int DEFAULT_MAX_RUN = 10;
    /** Greatest fallback threshold accepted; everything above 1 already means "always the large model". */
    public static final double GREATEST_FALLBACK = 2;

    public Policy {
        if (!(fallback >= 0 && fallback <= GREATEST_FALLBACK)) {
            throw Problem.of("policy.fallback", fallback);
        }
        if (!(rollback >= 0)) {
            throw Problem.of("policy.rollback", rollback);
        }
        if (maxRun < NO_MAX_RUN && !RUN_WORDS.containsValue(maxRun)) {
            throw Problem.of("policy.maxRun", maxRun);
        }
    }

    /** The word for a longest run that is no count; null for a count. */
    public static String runWord(int maxRun) {
        return RUN_WORDS.entrySet().stream().filter(entry -> entry.getValue() == maxRun).map(Map.Entry::getKey).findFirst()
                .orElse(null);
    }

    /** Big Little Decoder as this program runs it by default. */
    public static Policy bigLittle(double fallback, double rollback, int maxRun) {
        return new Policy(true, fallback, rollback, maxRun, false, true, false);
    }

    /** The large model's greedy text, drafted by the small model: rollback at distance 0. */
    public static Policy speculative(double fallback, int maxRun) {
        return bigLittle(fallback, 0, maxRun);
    }

    /** The published loop: starts large, never reviews the last run, one more large token after a rollback. */
    public static Policy paperCode(double fallback, double rollback, int maxRun) {
        return new Policy(true, fallback, rollback, maxRun, true, false, true);
    }

    /** The large model alone. */
    public static Policy largeAlone() {
        return new Policy(false, 0, Double.POSITIVE_INFINITY, NO_MAX_RUN, true, false, false);
    }

    /** The small model alone: nothing makes it ask the large one. */
    public static Policy smallAlone() {
        return new Policy(true, 0, Double.POSITIVE_INFINITY, NO_MAX_RUN, false, false, false);
    }

    /** Whether one model writes everything and the other is never asked, so that nothing need be computed for it. */
    public boolean isAlone() {
        return equals(largeAlone()) || equals(smallAlone());
    }
}
