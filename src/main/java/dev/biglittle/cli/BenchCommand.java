package dev.biglittle.cli;

import dev.biglittle.bench.Benchmark;
import dev.biglittle.bench.BenchmarkFormat;
import dev.biglittle.bench.BenchmarkResult;
import dev.biglittle.bench.BenchmarkTexts;
import dev.biglittle.evaluate.ParallelText;
import dev.biglittle.onnx.RuntimeSettings;
import dev.biglittle.pair.LoadedPair;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code biglittle bench}. */
@Command(name = "bench", mixinStandardHelpOptions = true, versionProvider = VersionText.class,
        description = "Times the parts of a pair on this machine, and whole texts by either model and by both.")
final class BenchCommand implements Callable<Integer> {
    @Option(names = "--source", paramLabel = "F",
            description = "Texts in the pair's source language, one a line (default: a dozen that come along).")
    private Path source;

    @Option(names = "--rounds", paramLabel = "N", defaultValue = "60",
            description = "How often everything is timed (default: ${DEFAULT-VALUE}).")
    private int rounds;

    @Option(names = "--format", paramLabel = "F", defaultValue = "table",
            description = "table or json (default: ${DEFAULT-VALUE}).")
    private String format;

    @Mixin
    private RuntimeOptions runtimeOptions;

    @Override
    public Integer call() {
        RuntimeSettings runtime = runtimeOptions.settings();
        if (!format.equals("table") && !format.equals("json")) {
            throw new UsageProblem("There is no format '" + format + "'; use one of table, json.");
        }
        if (rounds < 1) {
            throw new UsageProblem("The number of rounds is " + rounds + "; give 1 or more.");
        }
        try (Interrupt interrupt = Interrupt.install();
             LoadedPair pair = LoadedPair.load(runtimeOptions.pairFolderOrDefault(), runtime)) {
            List<String> texts = source != null ? ParallelText.sources(source)
                    : BenchmarkTexts.in(pair.description().sourceLanguage());
            ProgressLine progress = new ProgressLine("rounds");
            BenchmarkResult result = new Benchmark(pair, runtime.threads(), texts)
                    .run(rounds, done -> progress.show(done, done, 2 * rounds), interrupt::requested);
            progress.end();
            System.out.println(format.equals("json") ? BenchmarkFormat.json(result) : BenchmarkFormat.table(result));
            return interrupt.requested() ? CommandLineInterface.INTERRUPTED : 0;
        }
    }
}
