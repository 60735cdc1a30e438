package dev.biglittle.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.biglittle.app.translate.State;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.input.Clipboard;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

class WindowWithoutPairTest extends RealWindow {
    @TempDir
    static Path empty;

    @Override
    Path pair() {
        return empty;
    }

    @Test
    void aMissingPairIsSaidInASentenceWithRetryAndDetails() throws Exception {
        waitFor(State.FAILED);
        assertThat(lookup("#failure-sentence").<Labeled>query().getText()).contains(empty.toString())
                .contains("pair.json").doesNotContain("Exception").doesNotContain("\n");
        interact(() -> lookup("#details").<ButtonBase>query().fire());
        interact(() -> assertThat(Clipboard.getSystemClipboard().getString()).contains("Problem").contains("at dev."));
        interact(() -> lookup("#retry").<ButtonBase>query().fire());
        waitFor(State.FAILED);
        assertThat(lookup("#failure").query().isVisible()).isTrue();
    }

    @Test
    void aRaceThatFailedIsTriedAgainOnlyWhenThereAreModelsForIt() throws Exception {
        waitFor(State.FAILED);
        assertThat(lookup("#retry").query().isDisabled()).isFalse();
        interact(() -> window.explain().raceModel().start("Haus", window.model().thresholds().racingPolicy()));
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS,
                () -> lookup("#failure-sentence").<Labeled>query().getText().contains("without a loaded pair"));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(lookup("#retry").query().isVisible()).isTrue();
        assertThat(lookup("#retry").query().isDisabled()).isTrue();
    }

    @Test
    void translateTriesAgainWhenTheFailureWasDismissed() throws Exception {
        waitFor(State.FAILED);
        interact(() -> lookup("#dismiss").<ButtonBase>query().fire());
        assertThat(lookup("#failure").query().isVisible()).isFalse();
        interact(() -> {
            window.model().sourceProperty().set("Haus");
            lookup("#translate").<ButtonBase>query().fire();
            assertThat(window.model().stateProperty().get()).isEqualTo(State.LOADING);
        });
        waitFor(State.FAILED);
        assertThat(lookup("#failure").query().isVisible()).isTrue();
    }
}
