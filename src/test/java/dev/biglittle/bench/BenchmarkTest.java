package dev.biglittle.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.biglittle.onnx.EmbeddedPair;
import dev.biglittle.pair.LoadedPair;
import dev.biglittle.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What is counted and compared; how fast it is, is no matter of a test. */
class BenchmarkTest {
    @Test
    void everyPartAndEveryWayToWriteIsTimedOnTheRealPair() {
        List<Integer> progress = new ArrayList<>();
        try (LoadedPair pair = EmbeddedPair.load()) {
            BenchmarkResult result = new Benchmark(pair, 1, BenchmarkTexts.in("de")).run(2, progress::add, () -> false);
            assertThat(result.parts()).extracting(BenchmarkResult.Time::name).hasSize(17)
                    .contains("small encoder", "large encoder", "encoder of both", "small step", "large step", "large pass over 12 tokens");
            assertThat(result.texts()).extracting(text -> text.time().name())
                    .contains("large model alone", "small model alone", "speculative")
                    .hasSize(3 + pair.description().presets().size());
            assertThat(result.texts()).allSatisfy(text -> {
                assertThat(text.time().medianMillis()).isPositive();
                assertThat(text.time().p10Millis()).isLessThanOrEqualTo(text.time().p90Millis());
                assertThat(text.outsideShare()).isBetween(0.0, 1.0);
            });
            assertThat(result.texts().get(0).time().ratio()).as("the large model against itself").isEqualTo(1);
            assertThat(BenchmarkFormat.table(result)).contains("large pass over 12 tokens").contains("German to English");
            JsonObject json = JsonParser.parseString(BenchmarkFormat.json(result)).getAsJsonObject();
            assertThat(json.getAsJsonArray("parts")).hasSize(17);
        }
        assertThat(progress).endsWith(4).isSorted();
    }

    @Test
    void onlyTextsWithWordsAreTimedAndOnlyWhatAModelReadsAtOnce() {
        try (LoadedPair pair = EmbeddedPair.load()) {
            assertThatThrownBy(() -> new Benchmark(pair, 1, List.of("", "---"))).isInstanceOf(Problem.class)
                    .hasMessageContaining("no words");
            BenchmarkResult result = new Benchmark(pair, 1, List.of("", "Das ist gut. Danke. Ja.", ""))
                    .run(1, done -> { }, () -> false);
            assertThat(result.sourceTokens()).as("the longest sentence").isLessThanOrEqualTo(6);
        }
    }

    @Test
    void anInterruptedBenchmarkSaysHowManyRoundsItMade() {
        List<Integer> progress = new ArrayList<>();
        try (LoadedPair pair = EmbeddedPair.load()) {
            BenchmarkResult result = new Benchmark(pair, 1, List.of("Danke.")).run(5, progress::add,
                    () -> progress.contains(2));
            assertThat(result.rounds()).isEqualTo(2);
            assertThat(result.texts()).isEmpty();
        }
    }

    @Test
    void interruptedWithinTheTextsItKeepsTheTimesOfTheParts() {
        List<Integer> progress = new ArrayList<>();
        AtomicInteger asked = new AtomicInteger();
        try (LoadedPair pair = EmbeddedPair.load()) {
            BenchmarkResult result = new Benchmark(pair, 1, List.of("Das ist gut. Danke.")).run(3, progress::add,
                    () -> progress.contains(3) && asked.getAndIncrement() > 4);
            assertThat(result.rounds()).isEqualTo(3);
            assertThat(result.parts()).hasSize(17);
            assertThat(result.texts()).isEmpty();
            assertThat(BenchmarkFormat.table(result)).contains("large step").doesNotContain("whole text");
        }
    }

    @Test
    void warmUpRoundsDoNotCountAndAnInterruptKeepsWhatIsDone() {
        List<Integer> seen = new ArrayList<>();
        Map<String, Rounds.Task> task = Map.of("task", new Rounds.Task(3, seen::add));
        Timings timings = Rounds.time(task, 100, done -> { }, () -> seen.contains(2)).get("task");
        assertThat(seen).as("twelve rounds to warm up, two, and the call that is in time to see the end")
                .hasSize(3 * 14 + 1).startsWith(-12, -12, -12, -11).endsWith(2);
        assertThat(timings.size()).isEqualTo(2);
        assertThat(timings.millis(0.5)).isGreaterThanOrEqualTo(timings.millis(0.1));
    }

    @Test
    void shareOfTheRuns() {
        Timings timings = new Timings();
        for (int i = 100; i >= 1; i--) {
            timings.add(i * 1_000_000L);
        }
        assertThat(timings.millis(0.5)).isEqualTo(50);
        assertThat(timings.millis(0.9)).isEqualTo(90);
        assertThat(timings.millis(0)).isEqualTo(1);
    }

    @Test
    void aLanguageWithoutTextsIsNamed() {
        assertThatThrownBy(() -> BenchmarkTexts.in("tlh")).isInstanceOf(Problem.class).hasMessageContaining("tlh")
                .hasMessageContaining("--source");
    }
}
