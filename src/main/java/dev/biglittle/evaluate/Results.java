package dev.biglittle.evaluate;

import dev.biglittle.evaluate.metric.Metric;
import java.util.List;

/**
 * What an evaluation found.
 *
 * @param subject  what was measured
 * @param metric   what the scores are in
 * @param measured one measurement per setting, the large model alone first
 */
public record Results(Subject subject, Metric metric, List<Measurement> measured) {
    /**
     * What was measured.
     *
     * @param pair     name of the pair
     * @param source   file name of the texts
     * @param provider what the models ran on
     * @param threads  threads within one model call
     */
    public record Subject(String pair, String source, String provider, int threads) {
        /** For a heading. */
        public String title() {
            return pair + ", " + source;
        }
    }

    /** Texts measured, the same for every setting. */
    public int texts() {
        return measured.get(0).texts();
    }
}
