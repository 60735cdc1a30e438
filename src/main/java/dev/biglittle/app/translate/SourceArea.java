package dev.biglittle.app.translate;

import dev.biglittle.app.Messages;
import dev.biglittle.app.history.HistoryViewModel;
import dev.biglittle.app.marked.TextShapes;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.skin.TextAreaSkin;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.text.Text;

/** The field with the text to translate. Whatever replaces its text can be undone. */
final class SourceArea extends TextArea {
    private final TypingViewModel typing;
    private final HistoryViewModel history;

    SourceArea(TranslateViewModel model, TypingViewModel typing, HistoryViewModel history) {
        this.typing = typing;
        this.history = history;
        setId("source");
        setWrapText(true);
        setPromptText(Messages.text("source.prompt"));
        setAccessibleText(Messages.text("source.accessible"));
        // not bound: setText would forget what can be undone
        replaceText(0, 0, model.sourceProperty().get());
        textProperty().addListener((property, was, is) -> model.sourceProperty().set(is));
        model.sourceProperty().addListener((property, was, is) -> {
            if (!is.equals(getText())) {
                replaceText(0, getLength(), is);
                positionCaret(0);
                // the field takes no control characters
                model.sourceProperty().set(getText());
            }
        });
        addEventFilter(InputMethodEvent.INPUT_METHOD_TEXT_CHANGED,
                event -> typing.setComposing(!event.getComposed().isEmpty()));
    }

    /** Where a part of the text is in the field, one rectangle a line. */
    List<Rectangle2D> lines(int start, int end) {
        return paragraph().map(text -> {
            Point2D corner = sceneToLocal(text.localToScene(0, 0));
            return TextShapes.rectangles(text.rangeShape(start, end), corner.getX(), corner.getY());
        }).orElse(List.of());
    }

    /** The char at the upper edge of the field. */
    int indexAtTop() {
        return paragraph().map(text -> {
            // in the coordinates of the text: the field itself moves it later than it says so
            Point2D corner = text.sceneToLocal(content().localToScene(0, getScrollTop()));
            return text.hitTest(new Point2D(1, Math.max(1, corner.getY() + 2))).getCharIndex();
        }).orElse(0);
    }

    /** Where a char is, from the top of the whole text; nowhere while the field is not drawn. */
    OptionalDouble top(int index) {
        int start = Math.max(0, Math.min(index, getLength() - 1));
        return paragraph().map(text -> {
            double above = content().sceneToLocal(text.localToScene(0, 0)).getY();
            return TextShapes.rectangles(text.rangeShape(start, start + 1), 0, above).stream()
                    .mapToDouble(Rectangle2D::getMinY).findFirst();
        }).orElse(OptionalDouble.empty());
    }

    double textHeight() {
        return scroller().isPresent() ? content().getLayoutBounds().getHeight() : 0;
    }

    private Node content() {
        return scroller().orElseThrow().getContent();
    }

    /** The height that is out of sight, in pixels; 0 if all is in sight. */
    double scrollRange() {
        return scroller().map(pane -> Math.max(0, textHeight() - pane.getViewportBounds().getHeight())).orElse(0.0);
    }

    /** The char at a point of the field; -1 if there is none. */
    int indexAt(double x, double y) {
        return getSkin() instanceof TextAreaSkin skin && getLength() > 0 ? skin.getIndex(x, y).getCharIndex() : -1;
    }

    private Optional<ScrollPane> scroller() {
        return Optional.ofNullable((ScrollPane) lookup(".scroll-pane"));
    }

    /** The node that draws the text; the prompt is one of its style class too, but in no group. */
    private Optional<Text> paragraph() {
        return lookupAll(".text").stream().filter(node -> node.getParent() instanceof Group).map(Text.class::cast)
                .findFirst();
    }

    @Override
    public void paste() {
        if (getSelection().getLength() == getLength()) {
            history.startAnew();
        }
        super.paste();
        typing.pasted();
    }
}
