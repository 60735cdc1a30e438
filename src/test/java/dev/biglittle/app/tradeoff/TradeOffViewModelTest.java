package dev.biglittle.app.tradeoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.biglittle.decode.Mode;
import dev.biglittle.decode.Policy;
import dev.biglittle.evaluate.report.MeasuredCurve;
import dev.biglittle.recording.Recording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TradeOffViewModelTest {
    @TempDir
    Path folder;

    private final SimpleObjectProperty<Recording.Settings> thresholds = new SimpleObjectProperty<>(at(0.5, 2));
    private final List<MeasuredCurve> opened = new ArrayList<>();
    private final List<Throwable> failures = new ArrayList<>();
    private final TradeOffViewModel model = new TradeOffViewModel(thresholds, Runnable::run, Runnable::run,
            opened::add, failures::add);

    private static Recording.Settings at(double fallback, double rollback) {
        return new Recording.Settings(Mode.BIG_LITTLE, fallback, rollback, 10);
    }

    private static String swept(double fallback, String rollback, double score, double speedUp) {
        return "{\"series\":\"swept thresholds\",\"mode\":\"big-little\",\"fallback\":" + fallback + ",\"rollback\":"
                + rollback + ",\"maxRun\":10,\"score\":" + score + ",\"pareto\":true,\"speedUp\":" + speedUp + "}";
    }

    private String report() {
        return "{\"metric\":\"BLEU\",\"pair\":\"German to English\",\"provider\":\"CPU\",\"texts\":20,\"points\":["
                + "{\"series\":\"one model alone\",\"mode\":\"large\",\"score\":20,\"pareto\":true,\"speedUp\":1},"
                + swept(0.5, "2", 18, 2) + "," + swept(0.5, "4", 16, 4) + "," + swept(0.7, "2", 19, 0.8) + ","
                + swept(0.7, "4", 17, 2) + "," + swept(0.5, "\"inf\"", 10, 5) + "]}";
    }

    private void open(String json) throws IOException {
        Files.writeString(folder.resolve("evaluation.json"), json);
        model.open(folder);
    }

    private String sentence() {
        return model.sentence().get();
    }

    @Test
    void aRunThatIsNoCountIsFoundOnTheCurve() throws IOException {
        open(report().replace("\"maxRun\":10", "\"maxRun\":0,\"adaptiveRun\":false,\"confidentRun\":true"));
        assertThat(model.place().get()).as("runs of 10 were not measured").isEmpty();
        thresholds.set(new Recording.Settings(Mode.BIG_LITTLE, 0.5, 2, Policy.CONFIDENT_RUN));
        assertThat(model.place().get()).contains(new Place(0.5, 18, true));
    }

    @Test
    void aThresholdThatTheModeDoesNotUseDoesNotMatter() throws IOException {
        open(report().replace("big-little", "speculative").replace("\"rollback\":2", "\"rollback\":0"));
        thresholds.set(new Recording.Settings(Mode.SPECULATIVE, 0.5, 1.25, 10));
        assertThat(model.place().get()).contains(new Place(0.5, 18, true));
    }

    @Test
    void thePublishedCodeCountsTokensWhereThePresetDoesNot() throws IOException {
        open(report().replace("big-little", "paper-code"));
        thresholds.set(new Recording.Settings(Mode.PAPER_CODE, 0.5, 2, Policy.CONFIDENT_RUN));
        assertThat(model.place().get()).contains(new Place(0.5, 18, true));
    }

    @Test
    void betweenTwoFallbackThresholdsRollbackMayBeNever() throws IOException {
        open(report().replace("]}", "," + swept(0.7, "\"inf\"", 12, 2.5) + "]}"));
        thresholds.set(at(0.6, Double.POSITIVE_INFINITY));
        assertThat(model.place().get()).hasValueSatisfying(place -> {
            assertThat(place.score()).isCloseTo(11, within(1e-6));
            assertThat(place.latency()).isCloseTo(0.3, within(1e-6));
            assertThat(place.measured()).isFalse();
        });
        thresholds.set(at(0.6, 100));
        assertThat(model.place().get()).as("nothing lies half-way to never").isEmpty();
    }

    @Test
    void thresholdsThatWereMeasuredAreFoundOnTheCurve() throws IOException {
        assertThat(sentence()).isEmpty();
        open(report());
        assertThat(opened).hasSize(1);
        assertThat(model.curveProperty().get().points()).hasSize(6);
        assertThat(model.place().get()).contains(new Place(0.5, 18, true));
        assertThat(sentence()).isEqualTo(
                "Your thresholds were measured: BLEU 18.0, 2.00 times as fast as the large model alone.");
        thresholds.set(at(0.5, Double.POSITIVE_INFINITY));
        assertThat(model.place().get()).contains(new Place(0.2, 10, true));
        thresholds.set(new Recording.Settings(Mode.LARGE, 0.5, 2, 10));
        assertThat(model.place().get()).contains(new Place(1, 20, true));
    }

    @Test
    void aPairsOwnReportIsShownUntilTheUserOpensAnother() throws IOException {
        Path pair = Files.createDirectory(folder.resolve("pair"));
        assertThat(MeasuredCurve.of(pair)).isEmpty();
        Files.writeString(pair.resolve("evaluation.json"), report().replace("\"texts\":20", "\"texts\":7"));
        model.pairLoaded(MeasuredCurve.of(pair).orElseThrow());
        assertThat(model.curveProperty().get().texts()).isEqualTo(7);
        assertThat(opened).as("the sliders say these speeds too").hasSize(1);
        model.pairLoaded(MeasuredCurve.of(pair).orElseThrow());
        assertThat(opened).as("they have forgotten it").hasSize(2);
        model.pairLoaded(null);
        assertThat(model.curveProperty().get()).isNull();
        open(report());
        opened.clear();
        model.pairLoaded(MeasuredCurve.of(pair).orElseThrow());
        assertThat(model.curveProperty().get().texts()).isEqualTo(20);
        assertThat(opened).as("this one too").containsExactly(model.curveProperty().get());
    }

    @Test
    void slowerThanTheLargeModelAloneIsSaid() throws IOException {
        open(report());
        thresholds.set(at(0.7, 2));
        assertThat(sentence()).endsWith("Slower than the large model alone at these thresholds.");
    }

    @Test
    void betweenMeasuredThresholdsItIsAnEstimateAndCalledOne() throws IOException {
        open(report());
        thresholds.set(at(0.6, 3));
        assertThat(model.place().get()).hasValueSatisfying(place -> {
            assertThat(place.measured()).isFalse();
            assertThat(place.score()).isEqualTo((18 + 16 + 19 + 17) / 4.0);
        });
        assertThat(sentence()).startsWith("Your thresholds lie between measured ones: about BLEU 17.5");
        thresholds.set(at(0.5, 3));
        assertThat(model.place().get().orElseThrow().score()).isEqualTo(17);
    }

    @Test
    void outsideOfWhatWasMeasuredNothingIsGuessed() throws IOException {
        open(report());
        thresholds.set(at(0.9, 3));
        assertThat(model.place().get()).isEmpty();
        thresholds.set(new Recording.Settings(Mode.BIG_LITTLE, 0.5, 2, 5));
        assertThat(sentence()).isEqualTo("Your thresholds lie outside of what was measured.");
    }

    @Test
    void aWrongFileIsSaidToBeOneAndWhatWasShownStays() throws IOException {
        open(report());
        for (String wrong : List.of("{}", "[]", "hello", report().replace("\"speedUp\":4", "\"speedUp\":0"),
                report().replace("swept thresholds", "other"), report().replace("\"score\":18", "\"score\":\"x\""))) {
            failures.clear();
            open(wrong);
            assertThat(failures).as(wrong).hasSize(1);
            assertThat(failures.get(0)).hasMessageContaining("evaluation.json").hasMessageContaining("--report");
        }
        failures.clear();
        model.open(folder.resolve("nowhere.json"));
        assertThat(failures.get(0)).hasMessageStartingWith("There is no report in");
        assertThat(model.curveProperty().get()).isNotNull();
    }
}
