package dev.biglittle.evaluate;

import dev.biglittle.decode.Statistics;
import dev.biglittle.translate.Transcript;
import dev.biglittle.translate.Translator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;

/**
 * Measures settings on a corpus in one run. The settings take turns text by text, so that whatever else the machine does
 * weighs on all of them alike; the large model alone is always among them.
 */
public final class Evaluation {
    private final Translator translator;
    private final ParallelText corpus;

    public Evaluation(Translator translator, ParallelText corpus) {
        this.translator = translator;
        this.corpus = corpus;
    }

    /**
     * @param settings  what to measure
     * @param trials    where finished work is found and kept
     * @param progress  told the number of texts done after each
     * @param cancelled asked before every model call; once true, the texts done so far count
     * @return one measurement per setting in their order, the large model alone first
     */
    public List<Measurement> run(List<Setting> settings, Trials trials, IntConsumer progress,
                                 BooleanSupplier cancelled) {
        Map<Setting, Tally> tallies = new LinkedHashMap<>();
        tallies.put(Setting.LARGE, new Tally());
        settings.forEach(setting -> tallies.putIfAbsent(setting, new Tally()));
        for (int i = 0; i < corpus.sources().size(); i++) {
            Map<Setting, Trial> round = round(i, tallies.keySet(), trials, cancelled);
            if (round.size() < tallies.size()) {
                break;
            }
            String reference = corpus.references().get(i);
            round.forEach((setting, trial) -> tallies.get(setting).add(trial, reference));
            progress.accept(i + 1);
        }
        double baseline = tallies.get(Setting.LARGE).percentile(0.5);
        return tallies.entrySet().stream().map(e -> e.getValue().measurement(e.getKey(), baseline)).toList();
    }

    /** One text under every setting; fewer if cancelled. */
    private Map<Setting, Trial> round(int text, Iterable<Setting> settings, Trials trials, BooleanSupplier cancelled) {
        Map<Setting, Trial> round = new LinkedHashMap<>();
        for (Setting setting : settings) {
            Optional<Trial> trial = trials.findOrMake(text, setting, () -> translate(text, setting, cancelled));
            if (trial.isEmpty()) {
                break;
            }
            round.put(setting, trial.get());
        }
        return round;
    }

    private Optional<Trial> translate(int text, Setting setting, BooleanSupplier cancelled) {
        if (cancelled.getAsBoolean()) {
            return Optional.empty();
        }
        Transcript transcript = new Transcript();
        translator.translate(corpus.sources().get(text), setting.policy(), transcript::accept, cancelled);
        return transcript.isCancelled() ? Optional.empty()
                : Optional.of(new Trial(transcript.text(), transcript.statistics()));
    }

    private static final class Tally {
        private final Bleu bleu = new Bleu();
        private final List<Double> millis = new ArrayList<>();
        private Statistics statistics = Statistics.NONE;

        void add(Trial trial, String reference) {
            bleu.add(trial.translation(), reference);
            millis.add(trial.statistics().totalNanos() / 1e6);
            statistics = statistics.plus(trial.statistics());
        }

        /** The smallest time that at least this share of the texts stays within; 0 if there is none. */
        double percentile(double share) {
            double[] sorted = millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
            return sorted.length == 0 ? 0 : sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
        }

        Measurement measurement(Setting setting, double baseline) {
            double median = percentile(0.5);
            return new Measurement(setting, bleu.score(), millis.size(), statistics, median, percentile(0.95),
                    median == 0 ? 1 : baseline / median);
        }
    }
}
