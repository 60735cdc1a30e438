package dev.biglittle.evaluate;

import dev.biglittle.decode.Statistics;

/**
 * What one setting gives and costs on a corpus.
 *
 * @param score        quality, 0 to 100, in the metric of the evaluation
 * @param texts        texts measured
 * @param statistics   counts and times of all texts together
 * @param drafts       what became of drafts, by position in their run
 * @param medianMillis median wall time of a text
 * @param p95Millis    wall time that 95 % of the texts stay below
 * @param speedUp      median time of the large model alone in the same run over the median time here
 */
public record Measurement(Setting setting, double score, int texts, Statistics statistics, DraftAcceptance drafts,
                          double medianMillis, double p95Millis, double speedUp) {
    /** Fallbacks per target token, as in the paper's Table 4. */
    public double fallbackShare() {
        return per(statistics.fallbacks(), statistics.targetTokens());
    }

    /** Drafts rolled back per target token, as in the paper's Table 4. */
    public double rolledBackShare() {
        return per(statistics.rolledBackTokens(), statistics.targetTokens());
    }

    /** Target tokens per large pass; 0 if the large model was never asked. */
    public double tokensPerLargePass() {
        return per(statistics.targetTokens(), statistics.largePasses());
    }

    /** Small steps whose token does not stand: thrown away in a fallback, or rolled back later. */
    public int wastedSmallSteps() {
        return statistics.fallbacks() + statistics.rolledBackTokens();
    }

    private static double per(int count, int whole) {
        return whole == 0 ? 0 : (double) count / whole;
    }
}
