package dev.biglittle.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import dev.biglittle.app.marked.TranslationArea;
import dev.biglittle.app.translate.State;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.shape.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Source and translation side by side: the same sentence is framed in both, and they scroll together. */
@Timeout(180)
class LinkedTextsTest extends RealWindow {
    private static final String TEXT = "Guten Morgen! Letzte Woche haben wir mit dem Zug meine Großmutter besucht. Sie"
            + " wohnt in einem kleinen Haus am Meer, und wir haben den ganzen Abend über alte Zeiten gesprochen.\n\n"
            + "Am nächsten Morgen war das Wetter so schön.";

    private TextArea source() {
        return lookup("#source").query();
    }

    private TranslationArea area() {
        return lookup("#translation").query();
    }

    private void translate(String text) throws Exception {
        interact(() -> {
            window.model().sourceProperty().set(text);
            window.model().translate();
        });
        waitFor(State.READY);
        waitForFxEvents(20);
    }

    private Bounds framedInSource() {
        waitForFxEvents(20);
        return ((Path) lookup("#source-highlight .sentence-frame").query()).getBoundsInLocal();
    }

    private long framedInTranslation() {
        waitForFxEvents(20);
        return lookup("#translation .sentence-frame").queryAll().stream()
                .filter(frame -> !((Path) frame).getElements().isEmpty()).count();
    }

    @Test
    void theCursorsSentenceIsFramedInBothTexts() throws Exception {
        waitFor(State.READY);
        translate(TEXT);
        interact(() -> {
            source().requestFocus();
            source().positionCaret(TEXT.indexOf("kleinen"));
        });
        Bounds second = framedInSource();
        assertThat(second.getHeight()).as("several lines").isGreaterThan(40);
        assertThat(framedInTranslation()).isEqualTo(1);
        Picture.save(stage.getScene(), "linked");
        interact(() -> source().positionCaret(TEXT.length()));
        Bounds last = framedInSource();
        assertThat(last.getMinY()).isGreaterThan(second.getMaxY());
        assertThat(framedInTranslation()).isEqualTo(1);
        interact(() -> area().requestFocus());
        assertThat(framedInTranslation()).as("the cursor is not there any more").isZero();
        push(KeyCode.RIGHT);
        assertThat(framedInTranslation()).isEqualTo(1);
        assertThat(framedInSource().getMaxY()).as("the first sentence").isLessThan(last.getMinY());
    }

    @Test
    void theSentenceUnderTheMouseIsFramedInBothTexts() throws Exception {
        waitFor(State.READY);
        translate(TEXT);
        interact(() -> area().requestFocus());
        moveTo("#source").moveBy(-60, -lookup("#source").query().getLayoutBounds().getHeight() / 2 + 20);
        assertThat(framedInSource().isEmpty()).isFalse();
        assertThat(framedInTranslation()).isEqualTo(1);
        moveTo("#status-pair");
        assertThat(framedInTranslation()).isZero();
    }

    @Test
    void bothTextsScrollTogetherUnlessSwitchedOff() throws Exception {
        waitFor(State.READY);
        String text = IntStream.range(0, 60).mapToObj(i -> "Am " + (i % 28 + 1) + ". Mai haben wir " + (i + 2)
                + " Briefe geschrieben. Das Wetter war schön." + (i % 5 == 4 ? "\n\n" : " "))
                .collect(Collectors.joining());
        translate(text);
        assertThat(source().getScrollTop()).isZero();
        assertThat(area().getVvalue()).as("the beginning stays in sight, as in the source").isZero();
        interact(() -> source().setScrollTop(400));
        waitForFxEvents(20);
        int top = sentenceAtTop();
        assertThat(top).isBetween(5, 110);
        interact(() -> source().setScrollTop(100_000));
        waitForFxEvents(20);
        assertThat(area().getVvalue()).isEqualTo(area().getVmax());
        interact(() -> area().requestFocus());
        push(KeyCode.LEFT);
        interact(() -> area().scrollTo(area().scrollRange() / 2));
        waitForFxEvents(20);
        double middle = source().getScrollTop();
        assertThat(middle).isBetween(100.0, 5000.0);
        interact(() -> window.desk().scrollTogetherProperty().set(false));
        interact(() -> area().scrollTo(0));
        waitForFxEvents(20);
        assertThat(source().getScrollTop()).isEqualTo(middle);
    }

    private int sentenceAtTop() {
        return Objects.requireNonNull(area().sentenceAt(area().scrollTop() + 5)).index();
    }
}
