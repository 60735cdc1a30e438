package dev.biglittle.cli;

import dev.biglittle.decode.Mode;
import dev.biglittle.decode.Policy;
import dev.biglittle.doctor.Version;
import dev.biglittle.evaluate.Ablations;
import dev.biglittle.evaluate.Evaluation;
import dev.biglittle.evaluate.Measurement;
import dev.biglittle.evaluate.ParallelText;
import dev.biglittle.evaluate.Results;
import dev.biglittle.evaluate.Setting;
import dev.biglittle.evaluate.Trials;
import dev.biglittle.evaluate.metric.Metric;
import dev.biglittle.evaluate.report.Fingerprint;
import dev.biglittle.evaluate.report.Report;
import dev.biglittle.evaluate.report.ResultsCsv;
import dev.biglittle.evaluate.report.ResultsJson;
import dev.biglittle.evaluate.report.ResultsTable;
import dev.biglittle.onnx.OnnxEnvironment;
import dev.biglittle.onnx.RuntimeSettings;
import dev.biglittle.pair.LoadedPair;
import dev.biglittle.translate.Translator;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code biglittle evaluate}. */
@Command(name = "evaluate", mixinStandardHelpOptions = true, versionProvider = VersionText.class,
        description = "Measures quality and speed on texts with reference translations.")
final class EvaluateCommand implements Callable<Integer> {
    @Mixin
    private CorpusOptions corpusOptions;

    @Option(names = "--sweep", arity = "1..3", paramLabel = "THRESHOLD=VALUES",
            description = "Measures every combination of fallback=a,b,c rollback=x,y max-run=m,n; the values are those that"
                    + " --fallback, --rollback and --max-run take.")
    private List<String> sweep = List.of();

    @Option(names = "--no-ablations", description = "Leaves the paper's ablations out of a report of a sweep.")
    private boolean noAblations;

    @Option(names = "--report", paramLabel = "DIR", description = "Writes JSON, CSV and a page with the trade-off curve"
            + " and, with --sweep, the ablations; an interrupted evaluation goes on there.")
    private Path reportFolder;

    @Option(names = "--format", paramLabel = "F", defaultValue = "table",
            description = "table, json or csv (default: ${DEFAULT-VALUE}).")
    private String format;

    @Mixin
    private PolicyOptions policyOptions;

    @Mixin
    private RuntimeOptions runtimeOptions;

    @Override
    public Integer call() {
        policyOptions.check();
        corpusOptions.check();
        RuntimeSettings runtime = runtimeOptions.settings();
        if (!List.of("table", "json", "csv").contains(format)) {
            throw new UsageProblem("There is no format '" + format + "'; use one of table, json, csv.");
        }
        SweepGrid grid = SweepGrid.parse(sweep);
        grid.checkThatItMatters(policyOptions.mode());
        ParallelText corpus = corpusOptions.read();
        try (Interrupt interrupt = Interrupt.install();
             LoadedPair pair = LoadedPair.load(runtimeOptions.pairFolderOrDefault(), runtime)) {
            List<Setting> settings = settings(grid, policyOptions.policy(pair.description().defaultPreset()));
            Results results = reportFolder == null
                    ? measure(pair, corpus, settings, Trials.NOWHERE, runtime, interrupt)
                    : report(pair, corpus, settings, runtime, interrupt);
            if (results.texts() > 0) {
                System.out.print(switch (format) {
                    case "json" -> ResultsJson.of(results) + System.lineSeparator();
                    case "csv" -> ResultsCsv.of(results);
                    default -> ResultsTable.of(results) + System.lineSeparator();
                });
            }
            return interrupt.requested() ? CommandLineInterface.INTERRUPTED : 0;
        }
    }

    private Results report(LoadedPair pair, ParallelText corpus, List<Setting> settings, RuntimeSettings runtime,
                           Interrupt interrupt) {
        // other settings are other work, too: their times would be compared with those of another run, or program
        Fingerprint work = new Fingerprint().add(Version.text()).add(OnnxEnvironment.get(runtime.threads()).version())
                .add(pair.provider().label()).add(String.valueOf(runtime.threads()))
                .add(pair.description().toString());
        settings.forEach(setting -> work.add(setting.toString()));
        corpus.sources().forEach(work::add);
        corpus.references().forEach(work::add);
        try (Report report = new Report(reportFolder, work.text())) {
            Results results = measure(pair, corpus, settings, report.trials(), runtime, interrupt);
            if (results.texts() > 0) {
                report.write(results);
            }
            return results;
        }
    }

    private Results measure(LoadedPair pair, ParallelText corpus, List<Setting> settings, Trials trials,
                            RuntimeSettings runtime, Interrupt interrupt) {
        Metric metric = corpusOptions.metric(pair.description());
        Results.Subject subject = new Results.Subject(pair.description().name(), corpusOptions.sourceName(),
                pair.provider().label(), runtime.threads());
        ProgressLine progress = new ProgressLine("translations");
        try {
            List<Measurement> measured = new Evaluation(new Translator(pair), corpus, metric).run(settings, trials,
                    progress::show, interrupt::requested);
            return new Results(subject, metric, measured);
        } finally {
            progress.end();
        }
    }

    private List<Setting> settings(SweepGrid grid, Policy policy) {
        Mode mode = policyOptions.mode();
        List<Double> fallbacks = grid.fallbacks(policy.fallback());
        List<Double> rollbacks = grid.rollbacks(policy.rollback());
        List<Setting> settings = new ArrayList<>();
        for (int maxRun : grid.maxRuns(policy.maxRun())) {
            if (grid.sweepsRuns()) {
                policyOptions.known(maxRun);
            }
            for (double fallback : fallbacks) {
                for (double rollback : rollbacks) {
                    settings.add(Setting.of(mode, UsageProblem.unless(() -> mode.policy(fallback, rollback, maxRun))));
                }
            }
        }
        if (reportFolder != null && !sweep.isEmpty()) {
            settings.add(Setting.SMALL);
            if (!noAblations) {
                settings.addAll(Ablations.of(fallbacks, rollbacks, policy.maxRun()));
            }
        }
        return settings;
    }
}
