package dev.biglittle.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.biglittle.app.settings.SettingsWindow.Page;
import dev.biglittle.app.translate.State;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.testfx.util.WaitForAsyncUtils;

/** The window in German, whose words are longer: at its smallest, and with large letters. */
@Timeout(120)
class GermanWindowTest extends RealWindow {
    @Override
    public void start(Stage shown) {
        Messages.speak(Locale.GERMAN);
        super.start(shown);
    }

    @AfterEach
    void speakEnglish() {
        Messages.speak(Locale.ENGLISH);
    }

    @Test
    void noTextIsCutShort() throws Exception {
        waitFor(State.READY);
        interact(() -> {
            window.model().sourceProperty().set("Guten Morgen!");
            window.model().translate();
        });
        waitFor(State.READY);
        for (int size : new int[] {14, 20}) {
            interact(() -> {
                window.appearance().fontSizeProperty().set(size);
                stage.setWidth(stage.getMinWidth());
                stage.setHeight(stage.getMinHeight());
                window.model().shown().timeline().pickFirst();
            });
            for (int call = 0; call < 12; call++) {
                interact(() -> window.model().shown().timeline().pickNext(1));
                assertThat(cut()).as("call %d, letters of %d pixels", call, size).isEmpty();
            }
            assertThat(lookup("#translate").<Labeled>query().getText()).isEqualTo("Überse_tzen");
            assertThat(cut()).as("cut with letters of %d pixels", size).isEmpty();
        }
        for (Page page : Page.values()) {
            interact(() -> window.settingsWindow().show(page));
            assertThat(cut()).as("cut on the page %s", page).isEmpty();
        }
    }

    /** Texts that end in JavaFX's ellipsis, which are three dots; those of the messages are one character. */
    private List<String> cut() {
        WaitForAsyncUtils.waitForFxEvents(20);
        return Window.getWindows().stream().flatMap(shown -> SceneGraph.visible(shown.getScene().getRoot()).stream())
                .filter(node -> node instanceof Text text && text.getParent() instanceof Labeled
                        && text.getText().endsWith("..."))
                .map(node -> ((Labeled) node.getParent()).getText()).toList();
    }
}
