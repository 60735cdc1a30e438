package dev.biglittle.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import dev.biglittle.app.translate.Pace;
import dev.biglittle.app.translate.State;
import dev.biglittle.decode.Mode;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.testfx.util.WaitForAsyncUtils;

/** The real window with the real pair, drawn into memory. */
@Timeout(120)
class WindowTest extends RealWindow {
    private static final String SENTENCE = "Das Wetter ist heute sehr schön.";

    private void type(String text) {
        interact(() -> window.model().sourceProperty().set(text));
    }

    private List<Text> tokens() {
        return lookup("#translation").<ScrollPane>query().getContent().lookupAll(".flow").stream()
                .flatMap(flow -> ((TextFlow) flow).getChildren().stream()).map(Text.class::cast)
                .filter(text -> !text.getText().isBlank()).toList();
    }

    private String label(String id) {
        return lookup("#" + id).<Labeled>query().getText().replace('\u00a0', ' ');
    }

    private void fire(String id) {
        interact(() -> lookup("#" + id).<ButtonBase>query().fire());
    }

    @Test
    void aClosedWindowAsksForNoMoreFrames() throws Exception {
        waitFor(State.READY);
        type(SENTENCE);
        interact(() -> {
            window.model().shown().player().paceProperty().set(Pace.STEP);
            window.model().translate();
        });
        waitFor(State.PLAYING);
        interact(window::close);
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> !window.model().shown().animatedProperty().get());
    }

    @Test
    void loadsTranslatesAndMarksTheTokens() throws Exception {
        waitFor(State.READY);
        assertThat(label("status-pair")).isEqualTo("German to English");
        clickOn("#source").write("Guten Morgen!");
        fire("translate");
        waitFor(State.READY);
        assertThat(window.model().translation().text().strip()).isNotEmpty();
        assertThat(tokens()).isNotEmpty();
        int counted = List.of("small", "fallback", "hand-over", "rollback", "large").stream()
                .mapToInt(origin -> Integer.parseInt(label("count-" + origin))).sum();
        assertThat(counted).isEqualTo(window.model().translation().totalProperty().get()).isPositive();
        assertThat(label("message")).startsWith("Done: ");
        assertThat(label("status-speed")).endsWith("tokens/s");
    }

    @Test
    void ctrlEnterTranslatesFromWithinTheTextAndCopyCopies() throws Exception {
        waitFor(State.READY);
        type(SENTENCE);
        clickOn("#source").push(KeyCode.CONTROL, KeyCode.ENTER);
        waitFor(State.READY);
        assertThat(window.model().sourceProperty().get()).as("no line break was typed").isEqualTo(SENTENCE);
        String translation = window.model().translation().text();
        assertThat(translation).isNotBlank();
        fire("copy");
        interact(() -> assertThat(Clipboard.getSystemClipboard().getString()).isEqualTo(translation));
        assertThat(label("message")).isEqualTo("The translation is on the clipboard.");
    }

    @Test
    void stepByStepShowsOneStepAPress() throws Exception {
        waitFor(State.READY);
        type(SENTENCE);
        fire("pace-STEP");
        fire("translate");
        waitFor(State.PLAYING);
        assertThat(label("message")).contains("Press Step");
        assertThat(tokens()).isEmpty();
        fire("step");
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> label("message").startsWith("The small model "));
        assertThat(tokens()).as("a token if it was sure, none if it asks").hasSizeLessThanOrEqualTo(1);
        for (int i = 0; i < 200 && tokens().size() < 2; i++) {
            push(KeyCode.F10);
            waitForFrames();
        }
        assertThat(tokens()).hasSize(2);
        assertThat(window.model().stateProperty().get()).isEqualTo(State.PLAYING);
        fire("pace-FULL");
        waitFor(State.READY);
        assertThat(tokens().size()).isGreaterThan(2);
    }

    @Test
    void escapeCancelsAndKeepsWhatIsShown() throws Exception {
        waitFor(State.READY);
        type(SENTENCE.repeat(200));
        fire("translate");
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> window.model().translation().totalProperty().get() > 5);
        push(KeyCode.ESCAPE);
        waitFor(State.CANCELLED);
        int shown = window.model().translation().totalProperty().get();
        waitForFrames();
        assertThat(window.model().translation().totalProperty().get()).isEqualTo(shown).isPositive();
        type(SENTENCE);
        fire("translate");
        waitFor(State.READY);
        assertThat(tokens().size()).as("the worker is free again").isBetween(1, 40);
    }

    @Test
    void slidersSayWhatTheyMean() throws Exception {
        waitFor(State.READY);
        interact(() -> lookup("#fallback").<Slider>query().setValue(0.25));
        assertThat(label("fallback-value")).isEqualTo("0.25");
        assertThat(label("fallback-meaning")).isEqualTo(
                "The large model writes wherever the small one is less than 25 % sure.");
        interact(() -> lookup("#rollback").<Slider>query().setValue(2));
        assertThat(label("rollback-meaning")).isEqualTo(
                "A draft goes if the large model gives it less than 13.5 % and would have written something else.");
        interact(() -> lookup("#rollback").<Slider>query().setValue(11));
        assertThat(label("rollback-value")).isEqualTo("never");
        interact(() -> window.model().thresholds().modeProperty().set(Mode.LARGE));
        assertThat(lookup("#fallback").query().isDisabled()).isTrue();
        assertThat(label("fallback-meaning")).isEqualTo("Not used in this mode.");
    }

    @Test
    void arrowKeysShowWhatIsKnownOfAToken() throws Exception {
        waitFor(State.READY);
        type(SENTENCE);
        fire("translate");
        waitFor(State.READY);
        interact(() -> lookup("#translation").query().requestFocus());
        push(KeyCode.RIGHT);
        waitForFxEvents();
        Node card = Window.getWindows().stream().map(w -> w.getScene().lookup("#token-card"))
                .filter(n -> n != null).findFirst().orElseThrow();
        assertThat(card.lookupAll(".label").stream().map(n -> ((Label) n).getText()))
                .anyMatch(text -> text.contains("sure")).anyMatch(text -> text.contains("choices"));
        assertThat(lookup("#translation").query().getAccessibleText()).contains("sure");
    }

    @Test
    void altKeysReachWhatTheyUnderline() throws Exception {
        waitFor(State.READY);
        push(KeyCode.ALT, KeyCode.B);
        assertThat(window.model().translation().keepGhostsProperty().get()).isTrue();
        push(KeyCode.ALT, KeyCode.K);
        assertThat(window.look().markedProperty().get()).isFalse();
        push(KeyCode.ALT, KeyCode.L);
        assertThat(window.model().shown().player().paceProperty().get()).isEqualTo(Pace.SLOW);
        push(KeyCode.ALT, KeyCode.O);
        assertThat(lookup("#rollback").query().isFocused()).isTrue();
        clickOn("#ghosts");
        assertThat(window.model().translation().keepGhostsProperty().get()).isFalse();
    }

    @Test
    void everyControlThatTakesTheFocusHasAName() throws Exception {
        waitFor(State.READY);
        List<Node> reachable = lookup(node -> node instanceof Control && node.isFocusTraversable()
                && node.isVisible()).queryAll().stream().toList();
        assertThat(reachable).hasSizeGreaterThan(15).allSatisfy(node -> {
            String text = node instanceof Labeled labeled ? labeled.getText() : null;
            assertThat(node.getAccessibleText() != null ? node.getAccessibleText() : text).as("%s", node).isNotBlank();
        });
    }

    @Test
    void nothingToTranslateIsSaid() throws Exception {
        waitFor(State.READY);
        fire("translate");
        assertThat(label("message")).startsWith("There is nothing to translate");
    }

    @Test
    void anOutdatedTranslationHidesNothingThatIsSaid() throws Exception {
        waitFor(State.READY);
        interact(() -> window.desk().typing().enabledProperty().set(false));
        type(SENTENCE);
        fire("translate");
        waitFor(State.READY);
        type("Guten Morgen!");
        assertThat(label("message")).startsWith("Text or settings have changed");
        fire("copy");
        assertThat(label("message")).isEqualTo("The translation is on the clipboard.");
    }

    private void waitForFrames() {
        WaitForAsyncUtils.sleep(120, TimeUnit.MILLISECONDS);
        waitForFxEvents();
    }
}
