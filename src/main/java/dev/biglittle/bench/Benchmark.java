package dev.biglittle.bench;

import dev.biglittle.bench.BenchmarkResult.Machine;
import dev.biglittle.bench.BenchmarkResult.TextTime;
import dev.biglittle.bench.BenchmarkResult.Time;
import dev.biglittle.pair.LoadedPair;
import dev.biglittle.problem.Problem;
import dev.biglittle.text.SentenceSplitter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;

/** Times a pair: its parts, then whole texts. */
public final class Benchmark {
    private final LoadedPair pair;
    private final int threads;
    private final List<String> texts;

    /**
     * @param threads the pair was loaded with
     * @param texts   in the pair's source language; lines without words are left out
     * @throws Problem if none has words
     */
    public Benchmark(LoadedPair pair, int threads, List<String> texts) {
        this.pair = pair;
        this.threads = threads;
        // one that is copied takes no time, and would be the median of a text with paragraphs
        this.texts = texts.stream().filter(SentenceSplitter::hasWords).toList();
        if (this.texts.isEmpty()) {
            throw Problem.of("bench.noWords");
        }
    }

    /**
     * @param rounds    how often everything is timed
     * @param progress  told after each round how many are done, of twice {@code rounds}
     * @param cancelled asked before every model call of a text and every part; once true, the rounds that are whole count
     */
    public BenchmarkResult run(int rounds, IntConsumer progress, BooleanSupplier cancelled) {
        try (PartsBenchmark parts = new PartsBenchmark(pair, typicalText())) {
            Map<String, Timings> partTimes = Rounds.time(parts.tasks(), rounds, progress, cancelled);
            TextsBenchmark whole = new TextsBenchmark(pair, texts, cancelled);
            Map<String, Timings> textTimes = Rounds.time(whole.tasks(), rounds,
                    done -> progress.accept(rounds + done), cancelled);
            int textRounds = textTimes.get(TextsBenchmark.LARGE_ALONE).size();
            int done = textRounds > 0 ? textRounds : partTimes.get(PartsBenchmark.LARGE_STEP).size();
            return new BenchmarkResult(machine(), done, parts.sourceTokens(), parts.targetTokens(),
                    times(partTimes, PartsBenchmark.LARGE_STEP),
                    times(textTimes, TextsBenchmark.LARGE_ALONE).stream()
                            .map(time -> new TextTime(time, whole.outsideShare(time.name()))).toList());
        }
    }

    /** The text of middle length. */
    private String typicalText() {
        return texts.stream().sorted(Comparator.comparingInt(String::length)).toList().get(texts.size() / 2);
    }

    private static List<Time> times(Map<String, Timings> timings, String yardstick) {
        List<Time> times = new ArrayList<>();
        if (timings.get(yardstick).size() == 0) {
            return times;
        }
        double unit = timings.get(yardstick).millis(0.5);
        timings.forEach((name, t) -> times.add(
                new Time(name, t.millis(0.5), t.millis(0.1), t.millis(0.9), t.millis(0.5) / unit)));
        return times;
    }

    private Machine machine() {
        return new Machine(pair.description().name(), pair.provider().label(), threads,
                Runtime.getRuntime().availableProcessors(), System.getProperty("java.version"),
                System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    }
}
