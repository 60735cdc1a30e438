package dev.biglittle.evaluate;

import dev.biglittle.decode.Statistics;

/**
 * What one setting gives and costs on a corpus.
 *
 * @param bleu         corpus BLEU, 0 to 100, as {@link Bleu}
 * @param texts        texts measured
 * @param statistics   counts and times of all texts together
 * @param medianMillis median wall time of a text
 * @param p95Millis    wall time that 95 % of the texts stay below
 * @param speedUp      median time of the large model alone in the same run over the median time here
 */
public record Measurement(Setting setting, double bleu, int texts, Statistics statistics, double medianMillis,
                          double p95Millis, double speedUp) {
    /** Fallbacks per target token, as in the paper's Table 4. */
    public double fallbackShare() {
        return perToken(statistics.fallbacks());
    }

    /** Drafts rolled back per target token, as in the paper's Table 4. */
    public double rolledBackShare() {
        return perToken(statistics.rolledBackTokens());
    }

    private double perToken(int count) {
        return statistics.targetTokens() == 0 ? 0 : (double) count / statistics.targetTokens();
    }
}
