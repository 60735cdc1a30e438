package dev.biglittle.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.biglittle.app.translate.State;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;

/** The window starts with a settings file that nobody can read, and says so. */
class DamagedSettingsTest extends RealWindow {
    @Override
    public void start(Stage shown) {
        try {
            Files.writeString(configuration.resolve("settings.json"), "{\"appearance\": ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        super.start(shown);
    }

    @Test
    void saysSoInASentenceThatCanBePutAwayAndTranslates() throws Exception {
        assertThat(lookup("#failure-sentence").<Labeled>query().getText()).contains("settings.json.damaged");
        assertThat(lookup("#retry").query().isVisible()).isFalse();
        interact(() -> lookup("#dismiss").<ButtonBase>query().fire());
        assertThat(lookup("#failure").query().isVisible()).isFalse();
        waitFor(State.READY);
        assertThat(configuration.resolve("settings.json.damaged")).exists();
    }
}
