package dev.biglittle.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.biglittle.app.file.FileDialogs;
import dev.biglittle.app.look.Theme;
import dev.biglittle.app.race.RaceViewModel;
import dev.biglittle.app.share.Picture;
import dev.biglittle.app.translate.Pace;
import dev.biglittle.app.translate.State;
import dev.biglittle.onnx.ProviderChoice;
import dev.biglittle.pair.Preset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/** Recordings, pages, pictures and races in the real window with the real pair. */
@Timeout(180)
class SharingTest extends RealWindow {
    private static final String TEXT = "Letzte Woche haben wir mit dem Zug meine Großmutter besucht. Sie wohnt in einem"
            + " kleinen Haus am Meer.\n\nDie Regierung hat beschlossen, mehr Geld für Schulen auszugeben.";

    @TempDir
    Path folder;

    @BeforeEach
    void translate() throws Exception {
        waitFor(State.READY);
        interact(() -> {
            window.desk().typing().enabledProperty().set(false);
            window.setDialogs(new Dialogs());
            window.model().sourceProperty().set(TEXT);
            window.model().thresholds().fallbackProperty().set(0.45);
            window.model().thresholds().rollbackPositionProperty().set(1);
            window.model().thresholds().confidentRunProperty().set(false);
            window.model().thresholds().maxRunProperty().set(5);
            window.model().translate();
        });
        waitFor(State.READY);
        // words that were taken back go after a moment, and with the text that changes goes what is pointed at
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> !window.model().shown().animatedProperty().get());
    }

    /** Always the same name in the test's folder. */
    private final class Dialogs implements FileDialogs {
        @Override
        public Optional<Path> open() {
            return Optional.of(folder.resolve("run"));
        }

        @Override
        public Optional<Path> open(Kind kind) {
            return Optional.of(folder.resolve("run" + kind.extension()));
        }

        @Override
        public Optional<Path> save(Path where, String suggested) {
            return Optional.of(folder.resolve("run"));
        }
    }

    private void waitForMessage(String beginning) throws Exception {
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> message().startsWith(beginning));
    }

    private String message() {
        return lookup("#message").<Label>query().getText();
    }

    @Test
    void aSavedRecordingIsShownAsIfJustMadeAndCanBePlayed() throws Exception {
        String translation = window.model().translation().text();
        int spans = window.model().shown().timeline().timeline().spans().size();
        interact(window.desk().share()::saveRecording);
        waitForMessage("Saved as ");
        assertThat(folder.resolve("run.biglittle")).isNotEmptyFile();
        interact(() -> {
            window.model().sourceProperty().set("Etwas anderes.");
            window.model().thresholds().fallbackProperty().set(0.1);
            window.model().translate();
        });
        waitFor(State.READY);
        interact(() -> window.desk().share().open());
        waitForMessage("run.biglittle is shown as it was recorded with the pair");
        waitFor(State.READY);
        assertThat(window.model().sourceProperty().get()).isEqualTo(TEXT);
        assertThat(window.model().translation().text()).isEqualTo(translation);
        assertThat(window.model().shown().timeline().timeline().spans()).hasSize(spans);
        assertThat(window.model().thresholds().fallbackProperty().get()).isEqualTo(0.45);
        assertThat(window.model().outdated().get()).isFalse();
        push(KeyCode.F9);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(window.model().stateProperty().get()).isEqualTo(State.PLAYING);
        assertThat(window.model().shown().player().paceProperty().get()).isEqualTo(Pace.STEP);
        push(KeyCode.F10);
        waitFor(State.READY);
        assertThat(window.model().translation().text()).isEqualTo(translation);
    }

    @Test
    void aDroppedRecordingIsShown() throws Exception {
        String translation = window.model().translation().text();
        interact(window.desk().share()::saveRecording);
        waitForMessage("Saved as ");
        interact(() -> window.model().sourceProperty().set("Etwas anderes."));
        boolean[] taken = new boolean[1];
        interact(() -> taken[0] = Drop.files(lookup("#source").query(), folder.resolve("run.biglittle")));
        assertThat(taken[0]).isTrue();
        waitForMessage("run.biglittle is shown as it was recorded with the pair");
        waitFor(State.READY);
        assertThat(window.model().sourceProperty().get()).isEqualTo(TEXT);
        assertThat(window.model().translation().text()).isEqualTo(translation);
    }

    @Test
    void aFileThatIsNoRecordingIsSaidToBeSo() throws Exception {
        Files.writeString(folder.resolve("run.biglittle"), "{}");
        interact(() -> window.desk().share().open());
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> window.failures().shownProperty().get() != null);
        assertThat(window.failures().shownProperty().get().failure().sentence())
                .contains("run.biglittle is not a recording of BigLittle");
        assertThat(window.model().translation().text()).as("what was shown stays").isNotBlank();
    }

    @Test
    void aPageHoldsEverythingItNeeds() throws Exception {
        interact(window.desk().share()::savePage);
        waitForMessage("Saved as ");
        String page = Files.readString(folder.resolve("run.html"));
        assertThat(page).contains("class=\"t small\"").contains("class=\"t rollback\"").contains("data-t=")
                .doesNotContain("@@").doesNotContain("http://").doesNotContain("https://").doesNotContain("null");
        Files.writeString(Files.createDirectories(Path.of("target/pictures")).resolve("page.html"), page);
    }

    @Test
    void aPictureHoldsTheWholeText() throws Exception {
        interact(() -> window.desk().share().savePicture(recording -> Picture.of(recording, window.look())));
        waitForMessage("Saved as ");
        assertThat(ImageIO.read(folder.resolve("run.png").toFile()).getWidth()).isEqualTo(1800);
        Files.copy(folder.resolve("run.png"), Files.createDirectories(Path.of("target/pictures")).resolve("share.png"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    @Test
    void timelineAndTokensPointAtEachOther() throws Exception {
        String hint = lookup("#timeline-told").<Label>query().getText();
        interact(() -> lookup("#timeline").query().requestFocus());
        push(KeyCode.HOME);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(lookup("#timeline-told").<Label>query().getText()).isNotEqualTo(hint).contains("reads the source");
        for (int i = 0; i < 50 && framed() == 0; i++) {
            push(KeyCode.RIGHT);
            WaitForAsyncUtils.waitForFxEvents();
        }
        assertThat(framed()).as("the call's tokens are framed").isPositive();
        assertThat(lookup("#timeline").query().getAccessibleText()).contains("model").contains("ms");
        picture("timeline-light");
        interact(() -> lookup("#translation").query().requestFocus());
        push(KeyCode.RIGHT);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(window.model().shown().timeline().linkedProperty().get()).as("the token's calls are framed").isNotEmpty();
        assertThat(window.model().shown().timeline().pickedSpan()).isEmpty();
        interact(() -> window.look().themeProperty().set(Theme.DARK));
        picture("timeline-dark");
    }

    /** Parts of frames in the translation. */
    private int framed() {
        return lookup("#translation").query().lookupAll(".outline").stream()
                .mapToInt(outline -> ((javafx.scene.shape.Path) outline).getElements().size()).sum();
    }

    @Test
    void anExampleSaysWhatToWatch() throws Exception {
        interact(() -> window.desk().examples().watch(window.desk().examples().examples().get().get(2)));
        waitFor(State.READY);
        assertThat(lookup("#example-watch").<Label>query().getText()).contains("rollback");
        assertThat(window.model().translation().rolledBackProperty().get()).isPositive();
        picture("example-light");
        interact(() -> window.model().sourceProperty().set("Anderes."));
        assertThat(lookup("#example-watch").query().getParent().isVisible()).isFalse();
    }

    @Test
    void aMeasuredReportIsShownWithTheSlidersInIt() throws Exception {
        StringBuilder points = new StringBuilder("{\"series\":\"one model alone\",\"mode\":\"large\",\"score\":14,"
                + "\"pareto\":true,\"speedUp\":1}");
        for (double fallback : new double[] {0.3, 0.45, 0.7}) {
            for (double rollback : new double[] {1, 3, 5}) {
                points.append(",{\"series\":\"swept thresholds\",\"mode\":\"big-little\",\"fallback\":").append(fallback)
                        .append(",\"rollback\":").append(rollback).append(",\"maxRun\":5,\"score\":")
                        .append(13 + fallback - rollback / 10).append(",\"pareto\":").append(rollback == 5)
                        .append(",\"speedUp\":").append(1.6 - fallback + rollback / 20).append('}');
            }
        }
        Files.writeString(folder.resolve("evaluation.json"), "{\"metric\":\"BLEU\",\"pair\":\""
                + window.model().status().pairProperty().get() + "\",\"provider\":\"CPU\",\"texts\":200,\"points\":["
                + points + "]}");
        interact(() -> window.screens().show("tradeOff"));
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS,
                () -> window.explain().tradeOffModel().curveProperty().get() != null);
        interact(() -> window.model().thresholds().apply(window.model().thresholds().presetsProperty().get().get("balanced")));
        assertThat(lookup("#trade-off-sentence").<Label>query().getText()).as("the pair's own report holds its presets")
                .startsWith("Your thresholds were measured: BLEU");
        picture("trade-off-own");
        interact(() -> window.model().thresholds().apply(new Preset(0.45, 1, 5)));
        interact(() -> window.explain().tradeOffModel().open(folder));
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> lookup("#trade-off-now").tryQuery().isPresent());
        assertThat(lookup("#trade-off-sentence").<Label>query().getText()).startsWith("Your thresholds were measured: BLEU");
        picture("trade-off-light");
        interact(() -> window.model().thresholds().fallbackProperty().set(0.6));
        assertThat(lookup("#trade-off-sentence").<Label>query().getText()).startsWith("Your thresholds lie between");
        interact(() -> window.look().themeProperty().set(Theme.DARK));
        picture("trade-off-dark");
    }

    @Test
    void aRaceOfTheRealPairIsRunAndJudged() throws Exception {
        interact(() -> window.screens().show("race"));
        clickOn("#race-start");
        WaitForAsyncUtils.waitFor(90, TimeUnit.SECONDS,
                () -> window.explain().raceModel().stateProperty().get() == RaceViewModel.State.DONE);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(lookup("#race-message").<Label>query().getText()).contains("times as fast").contains("text");
        assertThat(window.explain().raceModel().both().text().text()).isEqualTo(window.model().translation().text());
        picture("race-light");
        interact(() -> window.look().themeProperty().set(Theme.DARK));
        picture("race-dark");
    }

    @Test
    void aRaceIsGivenUpWhenThePairIsLoadedAnew() throws Exception {
        interact(() -> window.screens().show("race"));
        interact(() -> {
            lookup("#race-start").<ButtonBase>query().fire();
            assertThat(window.explain().raceModel().stateProperty().get()).isEqualTo(RaceViewModel.State.RUNNING);
            window.settings().change(kept -> kept.with(kept.models().withProvider(ProviderChoice.CPU)));
            assertThat(window.explain().raceModel().stateProperty().get()).isEqualTo(RaceViewModel.State.READY);
        });
        waitFor(State.READY);
        assertThat(window.failures().shownProperty().get()).isNull();
    }

    @Test
    void aTranslationEndsARaceAndIsNotTakenBackByIt() throws Exception {
        interact(() -> window.screens().show("race"));
        interact(() -> {
            lookup("#race-start").<ButtonBase>query().fire();
            window.model().translate();
            assertThat(lookup("#race-start").query().isDisabled()).isTrue();
            assertThat(window.explain().raceModel().stateProperty().get()).isEqualTo(RaceViewModel.State.READY);
            assertThat(lookup("#race-message").<Label>query().getText()).startsWith("The race was cut off by another");
        });
        waitFor(State.READY);
        assertThat(window.model().shown().replayableProperty().get()).as("whole").isTrue();
    }

    private void picture(String name) throws Exception {
        WaitForAsyncUtils.waitForFxEvents(10);
        WritableImage image = WaitForAsyncUtils.asyncFx(() -> stage.getScene().snapshot(null)).get();
        ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png",
                Files.createDirectories(Path.of("target/pictures")).resolve(name + ".png").toFile());
    }
}
