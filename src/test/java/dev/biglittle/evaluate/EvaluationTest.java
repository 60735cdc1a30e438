package dev.biglittle.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.within;

import dev.biglittle.decode.Mode;
import dev.biglittle.decode.Policy;
import dev.biglittle.decode.Statistics;
import dev.biglittle.evaluate.metric.Metric;
import dev.biglittle.evaluate.report.Report;
import dev.biglittle.evaluate.report.ResultsCsv;
import dev.biglittle.onnx.EmbeddedPair;
import dev.biglittle.pair.LoadedPair;
import dev.biglittle.problem.Problem;
import dev.biglittle.translate.Translator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A small evaluation on the real pair. */
class EvaluationTest {
    private static final ParallelText TEXTS = new ParallelText(
            List.of("Das ist ein schöner Tag.", "Ich habe Hunger.", "Wo ist der Bahnhof?", "Guten Morgen!"),
            List.of("That's a beautiful day.", "I am hungry.", "Where is the station?", "Good morning!"));

    /** Of twenty texts, text 0 takes the large model 200 ms, the last 10; any other setting takes a tenth of that. */
    private static final Trials TWENTY = new Trials() {
        @Override
        public Optional<Trial> find(int text, Setting setting) {
            long nanos = (20 - text) * (setting.equals(Setting.LARGE) ? 10_000_000L : 1_000_000);
            boolean odd = text % 2 == 1;
            return Optional.of(new Trial("That is a beautiful day.", new Statistics(7, odd ? 30 : 10, 12, odd ? 6 : 4,
                    odd ? 5 : 1, 1, 1, 2, nanos, 0, 0, 0), DraftAcceptance.NONE));
        }

        @Override
        public void add(int text, Setting setting, Trial trial) {
            throw new AssertionError("nothing is left to be made");
        }
    };

    @TempDir
    Path temp;

    @Test
    void everySettingIsMeasuredAgainstTheLargeModelOfTheSameRun() {
        Setting speculative = Setting.of(Mode.SPECULATIVE, Policy.speculative(0.3, 10));
        List<Integer> progress = new ArrayList<>();
        try (LoadedPair pair = EmbeddedPair.load()) {
            List<Measurement> measured = new Evaluation(new Translator(pair), TEXTS, Metric.BLEU)
                    .run(List.of(speculative, Setting.SMALL, Setting.LARGE), Trials.NOWHERE, (done, made, total) -> progress.add(done), () -> false);
            assertThat(measured).extracting(Measurement::setting).containsExactly(Setting.LARGE, speculative, Setting.SMALL);
            assertThat(measured.get(0).speedUp()).isEqualTo(1);
            assertThat(measured.get(1).score()).as("the large model's text").isEqualTo(measured.get(0).score());
            assertThat(measured.get(2).fallbackShare()).isZero();
            assertThat(measured).allSatisfy(m -> {
                assertThat(m.texts()).isEqualTo(4);
                assertThat(m.score()).isPositive();
                assertThat(m.p95Millis()).isGreaterThanOrEqualTo(m.medianMillis());
            });
        }
        assertThat(progress).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
    }

    @Test
    void countsOfStepsAndDraftsAgree() {
        Setting lively = Setting.of(Mode.BIG_LITTLE, Policy.bigLittle(0.3, 1, 4));
        ParallelText texts = new ParallelText(EmbeddedPair.sentences().subList(0, 5), EmbeddedPair.sentences().subList(0, 5));
        try (LoadedPair pair = EmbeddedPair.load()) {
            Measurement m = new Evaluation(new Translator(pair), texts, Metric.ROUGE)
                    .run(List.of(lively), Trials.NOWHERE, (done, made, total) -> { }, () -> false).get(1);
            DraftAcceptance drafts = m.drafts();
            int reviewed = Arrays.stream(drafts.reviewed()).sum();
            assertThat(m.statistics().rollbacks()).as("a lively setting").isPositive();
            assertThat(reviewed).as("every small step is a draft or a fallback, and every draft is reviewed")
                    .isEqualTo(m.statistics().smallSteps() - m.statistics().fallbacks());
            assertThat(reviewed - Arrays.stream(drafts.kept()).sum()).isEqualTo(m.statistics().rolledBackTokens());
            assertThat(Arrays.stream(drafts.replaced()).sum()).isEqualTo(m.statistics().rollbacks());
            assertThat(drafts.positions()).isEqualTo(4);
            assertThat(m.wastedSmallSteps())
                    .isEqualTo(m.statistics().fallbacks() + m.statistics().rolledBackTokens());
            assertThat(m.tokensPerLargePass()).isGreaterThan(1);
        }
    }

    @Test
    void figuresFollowFromTimesAndCounts() {
        ParallelText texts = new ParallelText(Collections.nCopies(20, "Das ist ein schöner Tag."),
                Collections.nCopies(20, "That is a beautiful day."));
        Setting lively = Setting.of(Mode.BIG_LITTLE, Policy.bigLittle(0.3, 1, 4));
        List<Measurement> measured = new Evaluation(null, texts, Metric.BLEU)
                .run(List.of(lively), TWENTY, (done, made, total) -> { }, () -> true);
        Measurement large = measured.get(0);
        assertThat(large.medianMillis()).isEqualTo(100);
        assertThat(large.p95Millis()).as("one text in twenty takes longer").isEqualTo(190);
        assertThat(large.speedUp()).isEqualTo(1);
        Measurement both = measured.get(1);
        assertThat(both.medianMillis()).isEqualTo(10);
        assertThat(both.p95Millis()).isEqualTo(19);
        assertThat(both.speedUp()).isEqualTo(10);
        assertThat(both.texts()).isEqualTo(20);
        assertThat(both.score()).isCloseTo(100, within(1e-9));
        assertThat(both.statistics()).isEqualTo(
                new Statistics(140, 400, 240, 100, 60, 20, 20, 40, 210_000_000, 0, 0, 0));
        assertThat(both.fallbackShare()).as("of all tokens, not the mean of the texts").isEqualTo(0.15);
        assertThat(both.rolledBackShare()).isEqualTo(0.1);
        assertThat(both.tokensPerLargePass()).isEqualTo(4);
        assertThat(both.wastedSmallSteps()).isEqualTo(100);
    }

    @Test
    void aRowOfTheCsvHasEachFigureUnderItsName() {
        Measurement large = new Measurement(Setting.LARGE, 31, 20, Statistics.NONE, DraftAcceptance.NONE, 100, 190, 1);
        Measurement both = new Measurement(Setting.of(Mode.BIG_LITTLE, Policy.bigLittle(0.3, 2.5, 6)), 31.23456, 20,
                new Statistics(140, 400, 240, 100, 60, 25, 15, 40, 210_500_000, 1, 2, 3),
                new DraftAcceptance(new int[] {80, 40}, new int[] {60, 10}, new int[] {10, 5}), 10.5, 19.25, 9.52381);
        List<String> lines = ResultsCsv.of(new Results(new Results.Subject("A pair", "a.de", "CPU", 1), Metric.BLEU,
                List.of(large, both))).lines().toList();
        assertThat(lines).hasSize(3);
        String[] names = lines.get(0).split(",");
        String[] values = lines.get(2).split(",", -1);
        assertThat(values).hasSameSizeAs(names);
        assertThat(IntStream.range(0, names.length).mapToObj(i -> names[i] + "=" + values[i])).containsExactly(
                "series=\"swept thresholds\"", "mode=big-little", "fallback=0.3", "rollback=2.5", "max_run=6",
                "metric=BLEU", "score=31.2346", "pareto=true", "texts=20", "speed_up=9.5238", "median_ms=10.500",
                "p95_ms=19.250", "total_ms=210.500", "fallback_share=0.15000", "rolled_back_share=0.10000",
                "target_tokens=400", "small_steps=240", "wasted_small_steps=100", "large_passes=100",
                "tokens_per_large_pass=4.0000", "fallbacks=60", "hand_overs=25", "rollbacks=15", "kept_1=0.7500",
                "kept_2=0.2500", "kept_3=", "kept_4=", "kept_5=", "kept_6=", "kept_7=", "kept_8=", "kept_9=",
                "kept_10=");
        assertThat(lines.get(1)).startsWith("\"one model alone\",large,-,-,-,BLEU,31.0000,false,20,1.0000,100.000,")
                .endsWith(",0" + ",".repeat(10));
    }

    @Test
    void interruptedRunKeepsWhatIsDone() {
        List<Integer> done = new ArrayList<>();
        try (LoadedPair pair = EmbeddedPair.load()) {
            List<Measurement> measured = new Evaluation(new Translator(pair), TEXTS, Metric.BLEU)
                    .run(List.of(), Trials.NOWHERE, (text, made, total) -> done.add(text), () -> done.size() == 2);
            assertThat(measured).singleElement().extracting(Measurement::texts).isEqualTo(2);
        }
    }

    @Test
    void linesWithoutWordsCountAsTextsButSayNothingOfTheTime() {
        ParallelText texts = new ParallelText(List.of("", "Ich habe Hunger.", "---"), List.of("", "I am hungry.", "---"));
        try (LoadedPair pair = EmbeddedPair.load()) {
            Measurement large = new Evaluation(new Translator(pair), texts, Metric.BLEU)
                    .run(List.of(), Trials.NOWHERE, (done, made, total) -> { }, () -> false).get(0);
            assertThat(large.texts()).isEqualTo(3);
            assertThat(large.medianMillis()).as("the time of the one that was translated").isEqualTo(large.p95Millis())
                    .isCloseTo(large.statistics().totalNanos() / 1e6, within(1.0));
        }
    }

    @Test
    void interruptedReportGoesOnWhereItStopped() throws IOException {
        List<Integer> done = new ArrayList<>();
        Setting lively = Setting.of(Mode.BIG_LITTLE, Policy.bigLittle(0.5, Double.POSITIVE_INFINITY, 5));
        Path folder = temp.resolve("report");
        try (LoadedPair pair = EmbeddedPair.load()) {
            Evaluation evaluation = new Evaluation(new Translator(pair), TEXTS, Metric.BLEU);
            try (Report report = new Report(folder, "this work")) {
                evaluation.run(List.of(lively), report.trials(), (text, made, total) -> done.add(text),
                        () -> done.size() == 4);
            }
            Path trials = folder.resolve("trials.jsonl");
            String before = Files.readString(trials);
            assertThat(before.lines()).as("a header, and two settings for each of two texts").hasSize(5);
            // torn amid a character
            Files.write(trials, Arrays.copyOf((before + "{\"text\":3,\"ü").getBytes(StandardCharsets.UTF_8),
                    before.getBytes(StandardCharsets.UTF_8).length + 11));
            try (Report report = new Report(folder, "this work")) {
                List<Measurement> measured = evaluation.run(List.of(lively), report.trials(),
                        (text, made, total) -> assertThat(made).isLessThanOrEqualTo(4), () -> false);
                report.write(new Results(new Results.Subject("Titel <1>", "a.de", "CPU", 1), Metric.BLEU, measured));
                assertThat(measured).allSatisfy(m -> assertThat(m.texts()).isEqualTo(4));
            }
            assertThat(Files.readString(trials)).startsWith(before);
            assertThat(Files.readAllLines(trials)).as("nothing is made twice").hasSize(9);
        }
        assertThat(Files.readString(folder.resolve("index.html"))).contains("Titel &lt;1&gt;").contains("<svg")
                .contains("</html>").doesNotContain("@");
        assertThat(Files.readAllLines(folder.resolve("evaluation.csv"))).hasSize(3).element(2).asString()
                .startsWith("\"swept thresholds\",big-little,0.5,inf,5,");
        assertThat(Files.readString(folder.resolve("evaluation.json"))).contains("\"rollback\":\"inf\"");
        assertThatThrownBy(() -> new Report(folder, "other work")).isInstanceOf(Problem.class)
                .hasMessageContaining("another evaluation");
        Files.writeString(folder.resolve("trials.jsonl"), "no journal\n");
        assertThatThrownBy(() -> new Report(folder, "this work")).isInstanceOf(Problem.class)
                .hasMessageContaining("damaged");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "{}", "7", "{\"text\":0,\"setting\":{},\"trial\":{}}",
            "{\"text\":0,\"setting\":{\"policy\":{\"fallback\":7}}}", "sch\u00f6n"})
    void aDamagedLineOfAJournalIsSaidToBeSo(String line) throws IOException {
        new Report(temp, "this work").close();
        Path trials = temp.resolve("trials.jsonl");
        Files.write(trials, (line + "\n").getBytes(StandardCharsets.ISO_8859_1), StandardOpenOption.APPEND);
        assertThatThrownBy(() -> new Report(temp, "this work")).isInstanceOf(Problem.class)
                .hasMessageContaining("trials.jsonl is damaged");
    }

    @Test
    void aFolderThatHoldsSomethingElseIsLeftAsItIs() throws IOException {
        Path page = Files.writeString(temp.resolve("index.html"), "mine");
        assertThatThrownBy(() -> new Report(temp, "this work")).isInstanceOf(Problem.class)
                .hasMessageContaining("holds index.html but no journal");
        assertThat(page).hasContent("mine");
        assertThat(temp.resolve("trials.jsonl")).doesNotExist();
    }

    @Test
    void twoEvaluationsDoNotWriteIntoOneFolder() {
        try (Report first = new Report(temp, "this work")) {
            assertThat(first.trials()).isNotNull();
            assertThatThrownBy(() -> new Report(temp, "this work")).isInstanceOf(Problem.class)
                    .hasMessageContaining("Another evaluation is writing");
        }
        new Report(temp, "this work").close();
    }

    @Test
    void aReportWhoseNameIsTakenByAFileIsExplained() throws IOException {
        Path file = Files.writeString(temp.resolve("report"), "");
        assertThatThrownBy(() -> new Report(file, "this work")).isInstanceOf(Problem.class)
                .hasMessageContaining("cannot be written: there is a file of that name already.");
    }

    @Test
    void frontHoldsWhatNothingBeats() {
        Measurement slowGood = measurement(30, 20);
        Measurement fastPoor = measurement(20, 5);
        Measurement beaten = measurement(25, 21);
        assertThat(ParetoFront.of(List.of(slowGood, beaten, fastPoor))).containsExactly(fastPoor, slowGood);
    }

    private static Measurement measurement(double score, double millis) {
        return new Measurement(Setting.LARGE, score, 1, Statistics.NONE, DraftAcceptance.NONE, millis, millis, 1);
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstText() throws IOException {
        Path marked = Files.writeString(temp.resolve("a.de"), "\uFEFFeins\n\uFEFFzwei\n");
        ParallelText texts = ParallelText.read(marked, marked, 2);
        assertThat(texts.sources()).containsExactly("eins", "\uFEFFzwei");
        assertThat(texts.references()).as("as sacreBLEU reads it").containsExactly("\uFEFFeins", "\uFEFFzwei");
    }

    @Test
    void filesOfDifferentLengthAreRefused() throws IOException {
        Path source = Files.writeString(temp.resolve("a.de"), "eins\nzwei\n");
        Path reference = Files.writeString(temp.resolve("a.en"), "one\n");
        assertThatThrownBy(() -> ParallelText.read(source, reference, 10)).isInstanceOf(Problem.class)
                .hasMessageContaining("2 lines").hasMessageContaining("1;");
        assertThatThrownBy(() -> ParallelText.read(temp, reference, 10)).isInstanceOf(Problem.class)
                .hasMessageContaining(temp.toString()).hasMessageContaining("is a folder");
        assertThat(ParallelText.read(source, source, 1).sources()).containsExactly("eins");
        Path empty = Files.writeString(temp.resolve("empty"), "");
        assertThatThrownBy(() -> ParallelText.read(empty, empty, 1)).isInstanceOf(Problem.class)
                .hasMessageContaining("empty");
    }
}
