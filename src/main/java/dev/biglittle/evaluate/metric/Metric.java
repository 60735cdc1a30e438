package dev.biglittle.evaluate.metric;

import dev.biglittle.problem.Problem;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What quality is measured in: the two measures of the paper. */
public enum Metric {
    /** For translations. */
    BLEU("BLEU", Bleu.SIGNATURE, Bleu::new),
    /** For summaries. */
    ROUGE("ROUGE-Lsum", RougeLsum.SIGNATURE, RougeLsum::new);

    private static final String SUMMARIZATION = "summarization";

    private final String label;
    private final String signature;
    private final Supplier<CorpusScore> start;

    Metric(String label, String signature, Supplier<CorpusScore> start) {
        this.label = label;
        this.signature = signature;
        this.start = start;
    }

    /** The name in tables, charts and JSON. */
    public String label() {
        return label;
    }

    /** How exactly it is computed, in a word or two that can be quoted beside a score. */
    public String signature() {
        return signature;
    }

    /** A score of no texts yet. */
    public CorpusScore start() {
        return start.get();
    }

    /** The metric of that name on the command line, {@code bleu} or {@code rouge}. */
    public static Metric of(String name) {
        return Arrays.stream(values()).filter(m -> m.name().toLowerCase(Locale.ROOT).equals(name)).findFirst()
                .orElseThrow(() -> Problem.of("metric.unknown", name,
                        Arrays.stream(values()).map(m -> m.name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(", "))));
    }

    /** The metric that is usual for a pair's task. */
    public static Metric forTask(String task) {
        return task.equals(SUMMARIZATION) ? ROUGE : BLEU;
    }
}
