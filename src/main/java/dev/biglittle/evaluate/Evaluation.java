package dev.biglittle.evaluate;

import dev.biglittle.decode.Statistics;
import dev.biglittle.evaluate.metric.CorpusScore;
import dev.biglittle.evaluate.metric.Metric;
import dev.biglittle.translate.Transcript;
import dev.biglittle.translate.Translator;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Measures settings on a corpus in one run. The settings take turns text by text, each text beginning with another
 * setting, so that whatever else the machine does weighs on all of them alike; the large model alone is always among
 * them.
 */
public final class Evaluation {
    private final Translator translator;
    private final ParallelText corpus;
    private final Metric metric;

    public Evaluation(Translator translator, ParallelText corpus, Metric metric) {
        this.translator = translator;
        this.corpus = corpus;
        this.metric = metric;
    }

    /**
     * @param settings  what to measure
     * @param trials    where finished work is found and kept
     * @param progress  told after each trial
     * @param cancelled asked before every model call; once true, the texts done so far count
     * @return one measurement per setting in their order, the large model alone first
     */
    public List<Measurement> run(List<Setting> settings, Trials trials, Progress progress,
                                 BooleanSupplier cancelled) {
        Map<Setting, Tally> tallies = new LinkedHashMap<>();
        tallies.put(Setting.LARGE, new Tally(metric.start()));
        settings.forEach(setting -> tallies.computeIfAbsent(setting, s -> new Tally(metric.start())));
        Run run = new Run(trials, progress, cancelled, tallies.size() * corpus.sources().size());
        List<Setting> turns = new ArrayList<>(tallies.keySet());
        for (int i = 0; i < corpus.sources().size(); i++) {
            Map<Setting, Trial> round = run.round(i, turns);
            if (round.size() < turns.size()) {
                break;
            }
            String reference = corpus.references().get(i);
            round.forEach((setting, trial) -> tallies.get(setting).add(trial, reference));
            Collections.rotate(turns, -1);
        }
        double baseline = tallies.get(Setting.LARGE).percentile(0.5);
        return tallies.entrySet().stream().map(e -> e.getValue().measurement(e.getKey(), baseline)).toList();
    }

    /** One call of {@link #run}. */
    private final class Run {
        private final Trials trials;
        private final Progress progress;
        private final BooleanSupplier cancelled;
        private final int total;
        private int done;
        private int made;

        Run(Trials trials, Progress progress, BooleanSupplier cancelled, int total) {
            this.trials = trials;
            this.progress = progress;
            this.cancelled = cancelled;
            this.total = total;
        }

        /** One text under every setting; fewer if cancelled. */
        Map<Setting, Trial> round(int text, List<Setting> settings) {
            Map<Setting, Trial> round = new HashMap<>();
            for (Setting setting : settings) {
                Optional<Trial> trial = trials.findOrMake(text, setting, () -> translate(text, setting, settings));
                if (trial.isEmpty()) {
                    break;
                }
                round.put(setting, trial.get());
                progress.trial(++done, made, total);
            }
            return round;
        }

        private Optional<Trial> translate(int text, Setting setting, List<Setting> settings) {
            if (made == 0) {
                // the very first texts are slower by far, and a model alone loads its encoder with the first
                settings.forEach(each -> attempt(text, each));
            }
            made++;
            return attempt(text, setting);
        }

        private Optional<Trial> attempt(int text, Setting setting) {
            if (cancelled.getAsBoolean()) {
                return Optional.empty();
            }
            Transcript transcript = new Transcript();
            DraftCounter drafts = new DraftCounter();
            translator.translate(corpus.sources().get(text), setting.policy(), event -> {
                transcript.accept(event);
                drafts.accept(event);
            }, cancelled);
            return transcript.isCancelled() ? Optional.empty()
                    : Optional.of(new Trial(transcript.text(), transcript.statistics(), drafts.acceptance()));
        }
    }

    private static final class Tally {
        private final CorpusScore score;
        private final List<Double> millis = new ArrayList<>();
        private int texts;
        private Statistics statistics = Statistics.NONE;
        private DraftAcceptance drafts = DraftAcceptance.NONE;

        Tally(CorpusScore score) {
            this.score = score;
        }

        void add(Trial trial, String reference) {
            score.add(trial.translation(), reference);
            texts++;
            // a line without words is copied, and says nothing of a model's speed
            if (trial.statistics().targetTokens() > 0) {
                millis.add(trial.statistics().totalNanos() / 1e6);
            }
            statistics = statistics.plus(trial.statistics());
            drafts = drafts.plus(trial.drafts());
        }

        /** The smallest time that at least this share of the texts stays within; 0 if there is none. */
        double percentile(double share) {
            double[] sorted = millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
            return sorted.length == 0 ? 0 : sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
        }

        Measurement measurement(Setting setting, double baseline) {
            double median = percentile(0.5);
            return new Measurement(setting, score.score(), texts, statistics, drafts, median,
                    percentile(0.95), median == 0 ? 1 : baseline / median);
        }
    }
}
