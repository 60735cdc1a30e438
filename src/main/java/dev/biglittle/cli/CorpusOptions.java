package dev.biglittle.cli;

import dev.biglittle.evaluate.ParallelText;
import dev.biglittle.evaluate.metric.Metric;
import dev.biglittle.pair.PairDescription;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Options that say on which texts quality is measured, and how. */
final class CorpusOptions {
    @Option(names = "--source", required = true, paramLabel = "F", description = "Texts to translate, one a line.")
    private Path source;

    @Option(names = "--reference", required = true, paramLabel = "F", description = "Their translations, one a line.")
    private Path reference;

    @Option(names = "--limit", paramLabel = "N", description = "Texts to take from the beginning (default: all).")
    private Integer limit;

    @Option(names = "--metric", paramLabel = "M",
            description = "bleu or rouge, which is ROUGE-Lsum (default: what is usual for the pair's task).")
    private String metric;

    /** Checks everything that can be checked without reading a file. */
    void check() {
        if (limit != null && limit < 1) {
            throw new UsageProblem("The limit is " + limit + "; give 1 or more texts.");
        }
        if (metric != null) {
            UsageProblem.unless(() -> Metric.of(metric));
        }
    }

    ParallelText read() {
        return ParallelText.read(source, reference, limit != null ? limit : Integer.MAX_VALUE);
    }

    /** File name of the texts, for headings. */
    String sourceName() {
        return source.getFileName().toString();
    }

    Metric metric(PairDescription pair) {
        return metric != null ? Metric.of(metric) : Metric.forTask(pair.task());
    }
}
