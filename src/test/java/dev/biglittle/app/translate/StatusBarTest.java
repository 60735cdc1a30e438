package dev.biglittle.app.translate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.biglittle.app.engine.PairInfo;
import dev.biglittle.app.engine.TranslationWorker;
import dev.biglittle.problem.Explanation;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;

class StatusBarTest extends ApplicationTest {
    private final TranslateViewModel model = new TranslateViewModel(
            new TranslationWorker(name -> null, new DirectExecutorService()), Runnable::run, () -> 0);
    private final List<Throwable> uncaught = new ArrayList<>();
    private final Button other = new Button("Other");

    @Override
    public void start(Stage stage) {
        Thread.currentThread().setUncaughtExceptionHandler((thread, failure) -> uncaught.add(failure));
        stage.setScene(new Scene(new VBox(other, new StatusBar(model)), 600, 200));
        stage.show();
    }

    private void loaded(Explanation whyNotCuda) {
        PairInfo info = ScriptedEngine.info();
        interact(() -> model.status().loaded(new PairInfo(info.name(), info.sourceLanguage(), info.targetLanguage(),
                info.presets(), info.start(), info.provider(), whyNotCuda, info.threads(), info.speedUps(), null)));
    }

    private Label provider() {
        return lookup("#status-provider").query();
    }

    @Test
    void theFocusTellsWhyCudaIsNotUsedAsLongAsThereIsAReason() {
        loaded(Explanation.of("cuda.noCard"));
        interact(() -> provider().requestFocus());
        assertThat(provider().getTooltip().isShowing()).isTrue();
        interact(other::requestFocus);
        assertThat(provider().getTooltip().isShowing()).isFalse();
        loaded(Explanation.verbatim(""));
        interact(() -> provider().requestFocus());
        interact(other::requestFocus);
        assertThat(uncaught).isEmpty();
        assertThat(Window.getWindows()).hasSize(1);
    }
}
