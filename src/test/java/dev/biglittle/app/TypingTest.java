package dev.biglittle.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import dev.biglittle.app.translate.State;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.input.InputMethodHighlight;
import javafx.scene.input.InputMethodTextRun;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.testfx.util.WaitForAsyncUtils;

/** Translation while typing, and taking back what was typed, in the real window. */
@Timeout(120)
class TypingTest extends RealWindow {
    private TextArea source() {
        return lookup("#source").query();
    }

    private String translation() {
        return window.model().translation().text();
    }

    private void until(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, condition);
        waitForFxEvents();
    }

    private void paste(String text) {
        interact(() -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(text);
            Clipboard.getSystemClipboard().setContent(content);
            source().paste();
        });
    }

    @Test
    void typedTextIsTranslatedUnaskedAndSentencesThatStandAreKept() throws Exception {
        waitFor(State.READY);
        clickOn("#source").write("Guten Morgen!");
        until(() -> !translation().isBlank() && window.model().stateProperty().get() == State.READY);
        Object first = window.model().translation().sentences().get(0);
        push(KeyCode.END).write(" Ich habe Hunger.");
        until(() -> window.model().translation().sentences().size() == 2
                && window.model().stateProperty().get() == State.READY);
        assertThat(window.model().translation().sentences().get(0)).isSameAs(first);
        assertThat(window.model().messageProperty().get()).endsWith("Sentences translated before: 1 of 2.");
        interact(() -> source().clear());
        until(() -> translation().isEmpty());
    }

    @Test
    void pasteAndClearCanBeUndone() throws Exception {
        waitFor(State.READY);
        clickOn("#source").write("Hallo.");
        until(() -> !window.model().outdated().get() && window.model().stateProperty().get() == State.READY
                && !translation().isBlank());
        interact(() -> {
            paste(" Das Wetter ist schön.");
            assertThat(window.model().stateProperty().get()).as("at once").isEqualTo(State.TRANSLATING);
        });
        assertThat(source().getText()).isEqualTo("Hallo. Das Wetter ist schön.");
        interact(() -> window.model().sourceProperty().set(""));
        assertThat(source().getText()).isEmpty();
        interact(() -> source().undo());
        assertThat(source().getText()).isEqualTo("Hallo. Das Wetter ist schön.");
        interact(() -> source().undo());
        assertThat(source().getText()).isEqualTo("Hallo.");
        interact(() -> source().redo());
        assertThat(window.model().sourceProperty().get()).isEqualTo("Hallo. Das Wetter ist schön.");
    }

    @Test
    void anInputMethodIsLeftToFinish() throws Exception {
        waitFor(State.READY);
        interact(() -> compose(List.of(new InputMethodTextRun("Hau", InputMethodHighlight.UNSELECTED_RAW)), ""));
        WaitForAsyncUtils.sleep(1, TimeUnit.SECONDS);
        waitForFxEvents();
        assertThat(source().getText()).isEqualTo("Hau");
        assertThat(translation()).isEmpty();
        interact(() -> compose(List.of(), "Haus"));
        until(() -> !translation().isEmpty());
        assertThat(source().getText()).isEqualTo("Haus");
    }

    private void compose(List<InputMethodTextRun> composed, String committed) {
        source().fireEvent(new InputMethodEvent(source(), source(), InputMethodEvent.INPUT_METHOD_TEXT_CHANGED,
                composed, committed, 0));
    }
}
