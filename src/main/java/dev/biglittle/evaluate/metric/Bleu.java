package dev.biglittle.evaluate.metric;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Corpus BLEU against one reference, as sacreBLEU computes it by default (Post, <i>A Call for Clarity in Reporting BLEU
 * Scores</i>): tokenizer 13a, n-grams up to 4, case kept, exponential smoothing.
 */
public final class Bleu implements CorpusScore {
    /** sacreBLEU's own way to name these settings. */
    static final String SIGNATURE = "nrefs:1|case:mixed|eff:no|tok:13a|smooth:exp";
    private static final int ORDER = 4;

    private final long[] correct = new long[ORDER];
    private final long[] total = new long[ORDER];
    private long hypothesisLength;
    private long referenceLength;

    @Override
    public void add(String hypothesis, String reference) {
        List<String> found = Tokenizer13a.split(hypothesis);
        List<String> wanted = Tokenizer13a.split(reference);
        hypothesisLength += found.size();
        referenceLength += wanted.size();
        for (int n = 1; n <= ORDER; n++) {
            Map<List<String>, Integer> left = counts(wanted, n);
            for (int i = 0; i + n <= found.size(); i++) {
                total[n - 1]++;
                // each n-gram of the reference counts once
                Integer remaining = left.computeIfPresent(found.subList(i, i + n), (gram, count) -> count - 1);
                if (remaining != null && remaining >= 0) {
                    correct[n - 1]++;
                }
            }
        }
    }

    private static Map<List<String>, Integer> counts(List<String> words, int n) {
        Map<List<String>, Integer> counts = new HashMap<>();
        for (int i = 0; i + n <= words.size(); i++) {
            counts.merge(words.subList(i, i + n), 1, Integer::sum);
        }
        return counts;
    }

    @Override
    public double score() {
        if (correct[0] + correct[1] + correct[2] + correct[3] == 0) {
            return 0;
        }
        double logSum = 0;
        double smoothing = 1;
        for (int n = 0; n < ORDER; n++) {
            if (total[n] == 0) {
                // texts too short for n-grams of this order: sacreBLEU's logarithm of an undefined precision
                return 0;
            }
            double matches = correct[n];
            if (correct[n] == 0) {
                smoothing *= 2;
                matches = 1 / smoothing;
            }
            logSum += Math.log(100 * matches / total[n]);
        }
        double brevity = hypothesisLength < referenceLength
                ? Math.exp(1 - (double) referenceLength / hypothesisLength) : 1;
        return brevity * Math.exp(logSum / ORDER);
    }
}
