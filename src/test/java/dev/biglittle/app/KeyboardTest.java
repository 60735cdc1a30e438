package dev.biglittle.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.biglittle.app.translate.State;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the mouse can do, done with keys. */
@Timeout(120)
class KeyboardTest extends RealWindow {
    @Test
    void plusMinusAndZeroSizeTheLettersWhereverTheyAreOnTheKeyboard() throws Exception {
        waitFor(State.READY);
        int size = window.appearance().fontSizeProperty().get();
        for (KeyCode[] larger : new KeyCode[][] {{KeyCode.PLUS}, {KeyCode.EQUALS}, {KeyCode.SHIFT, KeyCode.EQUALS},
            {KeyCode.SHIFT, KeyCode.PLUS}, {KeyCode.ADD}}) {
            press(KeyCode.CONTROL).press(larger).release(larger).release(KeyCode.CONTROL);
            assertThat(window.appearance().fontSizeProperty().get()).as("%s", (Object[]) larger).isGreaterThan(size);
            push(KeyCode.CONTROL, KeyCode.NUMPAD0);
            assertThat(window.appearance().fontSizeProperty().get()).isEqualTo(size);
        }
        push(KeyCode.CONTROL, KeyCode.SUBTRACT);
        assertThat(window.appearance().fontSizeProperty().get()).isLessThan(size);
    }

    @Test
    void theTranslationThatHasTheFocusIsCopied() throws Exception {
        waitFor(State.READY);
        interact(() -> {
            ClipboardContent other = new ClipboardContent();
            other.putString("other");
            Clipboard.getSystemClipboard().setContent(other);
            lookup("#translation").query().requestFocus();
        });
        push(KeyCode.CONTROL, KeyCode.C);
        assertClipboard("other");
        interact(() -> {
            window.model().sourceProperty().set("Guten Morgen!");
            window.model().translate();
        });
        waitFor(State.READY);
        interact(() -> lookup("#translation").query().requestFocus());
        push(KeyCode.CONTROL, KeyCode.C);
        assertThat(window.model().translation().text()).isNotBlank();
        assertClipboard(window.model().translation().text());
    }

    private void assertClipboard(String text) {
        interact(() -> assertThat(Clipboard.getSystemClipboard().getString()).isEqualTo(text));
    }
}
