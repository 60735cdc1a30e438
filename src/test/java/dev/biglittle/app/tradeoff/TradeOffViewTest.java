package dev.biglittle.app.tradeoff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.biglittle.decode.Mode;
import dev.biglittle.recording.Recording;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

class TradeOffViewTest extends ApplicationTest {
    @TempDir
    Path folder;
    private final TradeOffViewModel model = new TradeOffViewModel(
            new SimpleObjectProperty<>(new Recording.Settings(Mode.BIG_LITTLE, 0.5, 2, 10)), Runnable::run,
            Runnable::run, curve -> { }, failure -> {
                throw new AssertionError(failure);
            });

    @Override
    public void start(Stage stage) {
        stage.setScene(new Scene(new TradeOffView(model, Optional::empty), 800, 600));
        stage.show();
    }

    private String sentence() {
        WaitForAsyncUtils.waitForFxEvents();
        return lookup("#trade-off-sentence").<Labeled>query().getText();
    }

    @Test
    void thePointThatHasTheFocusIsToldInWords() throws Exception {
        Files.writeString(folder.resolve("evaluation.json"), """
                {"metric": "BLEU", "pair": "German to English", "provider": "CPU", "texts": 20, "points": [
                 {"series": "one model alone", "mode": "large", "score": 20, "pareto": true, "speedUp": 1},
                 {"series": "swept thresholds", "mode": "big-little", "fallback": 0.5, "rollback": 2, "maxRun": 10,
                  "score": 18, "pareto": true, "speedUp": 2}]}
                """);
        interact(() -> model.open(folder));
        String now = "Your thresholds were measured: BLEU 18.0, 2.00 times as fast as the large model alone.";
        assertThat(sentence()).isEqualTo(now);
        Node point = lookup(".chart-line-symbol.alone").query();
        interact(point::requestFocus);
        assertThat(sentence()).isEqualTo("Large model alone: BLEU 20.0, 1.00 times as fast as the large model alone");
        interact(() -> lookup("#trade-off-open").query().requestFocus());
        assertThat(sentence()).isEqualTo(now);
    }
}
