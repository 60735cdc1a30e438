package dev.biglittle.cli;

import dev.biglittle.decode.Mode;
import dev.biglittle.decode.Policy;
import dev.biglittle.evaluate.Ablations;
import dev.biglittle.evaluate.Evaluation;
import dev.biglittle.evaluate.Fingerprint;
import dev.biglittle.evaluate.Measurement;
import dev.biglittle.evaluate.MeasurementFormat;
import dev.biglittle.evaluate.ParallelText;
import dev.biglittle.evaluate.Report;
import dev.biglittle.evaluate.Setting;
import dev.biglittle.evaluate.Trials;
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
    @Option(names = "--source", required = true, paramLabel = "F", description = "Texts to translate, one a line.")
    private Path source;

    @Option(names = "--reference", required = true, paramLabel = "F", description = "Their translations, one a line.")
    private Path reference;

    @Option(names = "--limit", paramLabel = "N", description = "Texts to take from the beginning (default: all).")
    private Integer limit;

    @Option(names = "--sweep", arity = "1..2", paramLabel = "THRESHOLD=VALUES",
            description = "Measures every combination of fallback=a,b,c and rollback=x,y.")
    private List<String> sweep = List.of();

    @Option(names = "--report", paramLabel = "DIR", description = "Writes JSON, CSV and a page with the trade-off curve"
            + " and, with --sweep, the ablations; an interrupted evaluation goes on there.")
    private Path reportFolder;

    @Option(names = "--format", paramLabel = "F", defaultValue = "table",
            description = "table or json (default: ${DEFAULT-VALUE}).")
    private String format;

    @Mixin
    private PolicyOptions policyOptions;

    @Mixin
    private RuntimeOptions runtimeOptions;

    @Override
    public Integer call() {
        policyOptions.check();
        RuntimeSettings runtime = runtimeOptions.settings();
        if (!format.equals("table") && !format.equals("json")) {
            throw new UsageProblem("There is no format '" + format + "'; use one of table, json.");
        }
        if (limit != null && limit < 1) {
            throw new UsageProblem("The limit is " + limit + "; give 1 or more texts.");
        }
        SweepGrid grid = SweepGrid.parse(sweep);
        ParallelText corpus = ParallelText.read(source, reference, limit != null ? limit : Integer.MAX_VALUE);
        try (Interrupt interrupt = Interrupt.install();
             LoadedPair pair = LoadedPair.load(runtimeOptions.pairFolderOrDefault(), runtime)) {
            List<Setting> settings = settings(grid, policyOptions.policy(pair.description().defaultPreset()));
            List<Measurement> measured = reportFolder == null
                    ? measure(pair, corpus, settings, Trials.NOWHERE, interrupt)
                    : report(pair, corpus, settings, runtime, interrupt);
            System.out.println(format.equals("json") ? MeasurementFormat.json(measured)
                    : MeasurementFormat.table(measured));
            return interrupt.requested() ? CommandLineInterface.INTERRUPTED : 0;
        }
    }

    private List<Measurement> report(LoadedPair pair, ParallelText corpus, List<Setting> settings,
                                     RuntimeSettings runtime, Interrupt interrupt) {
        Fingerprint work = new Fingerprint().add(pair.provider().label()).add(String.valueOf(runtime.threads()));
        pair.description().files().values().forEach(file -> work.add(file.sha256()));
        corpus.sources().forEach(work::add);
        corpus.references().forEach(work::add);
        try (Report report = new Report(reportFolder, work.text())) {
            List<Measurement> measured = measure(pair, corpus, settings, report.trials(), interrupt);
            report.write(pair.description().name() + ", " + source.getFileName(), measured);
            return measured;
        }
    }

    private static List<Measurement> measure(LoadedPair pair, ParallelText corpus, List<Setting> settings,
                                             Trials trials, Interrupt interrupt) {
        ProgressLine progress = new ProgressLine(corpus.sources().size());
        try {
            return new Evaluation(new Translator(pair), corpus).run(settings, trials, progress::show,
                    interrupt::requested);
        } finally {
            progress.end();
        }
    }

    private List<Setting> settings(SweepGrid grid, Policy policy) {
        Mode mode = policyOptions.mode();
        List<Double> fallbacks = grid.fallbacks(policy.fallback());
        List<Double> rollbacks = grid.rollbacks(policy.rollback());
        List<Setting> settings = new ArrayList<>();
        for (double fallback : fallbacks) {
            for (double rollback : rollbacks) {
                settings.add(Setting.of(mode,
                        UsageProblem.unless(() -> mode.policy(fallback, rollback, policy.maxRun()))));
            }
        }
        if (reportFolder != null && !sweep.isEmpty()) {
            settings.add(Setting.SMALL);
            settings.addAll(Ablations.of(fallbacks, rollbacks, policy.maxRun()));
        }
        return settings;
    }
}
