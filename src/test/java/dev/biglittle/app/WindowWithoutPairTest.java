package dev.biglittle.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.biglittle.app.engine.PairEngine;
import dev.biglittle.app.engine.TranslationWorker;
import dev.biglittle.app.translate.State;
import dev.biglittle.onnx.RuntimeSettings;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.input.Clipboard;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

class WindowWithoutPairTest extends ApplicationTest {
    @TempDir
    static Path empty;

    private TranslationWorker worker;
    private MainWindow window;

    @Override
    public void start(Stage stage) {
        worker = new TranslationWorker(PairEngine.loader(empty, RuntimeSettings.defaults()));
        window = new MainWindow(worker);
        window.show(stage);
    }

    @AfterEach
    void close() {
        worker.close();
    }

    @Test
    void aMissingPairIsSaidInASentenceWithRetryAndDetails() throws Exception {
        waitForFailure();
        assertThat(lookup("#failure-sentence").<Labeled>query().getText()).contains(empty.toString())
                .contains("pair.json").doesNotContain("Exception").doesNotContain("\n");
        assertThat(lookup("#translate").query().isDisabled()).isTrue();
        interact(() -> lookup("#details").<ButtonBase>query().fire());
        interact(() -> assertThat(Clipboard.getSystemClipboard().getString()).contains("Problem").contains("at dev."));
        interact(() -> lookup("#retry").<ButtonBase>query().fire());
        waitForFailure();
        assertThat(lookup("#failure").query().isVisible()).isTrue();
    }

    private void waitForFailure() throws Exception {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS,
                () -> window.model().stateProperty().get() == State.FAILED);
        WaitForAsyncUtils.waitForFxEvents();
    }
}
