package dev.biglittle.app.translate;

import dev.biglittle.app.marked.SentenceModel;
import dev.biglittle.app.marked.TextShapes;
import java.util.List;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Path;
import javafx.scene.shape.Rectangle;

/** Frames the linked sentence in the source; lies over the field, since the field marks nothing but its selection. */
final class SourceHighlight extends Pane {
    private final SourceArea text;
    private final SentenceLink link;
    private final Path frame = new Path();

    SourceHighlight(SourceArea text, SentenceLink link) {
        this.text = text;
        this.link = link;
        setId("source-highlight");
        setMouseTransparent(true);
        frame.getStyleClass().add("sentence-frame");
        getChildren().add(frame);
        Rectangle sight = new Rectangle();
        sight.widthProperty().bind(widthProperty());
        sight.heightProperty().bind(heightProperty());
        setClip(sight);
        link.linkedProperty().addListener((property, was, is) -> requestLayout());
        text.scrollTopProperty().addListener((property, was, is) -> requestLayout());
        text.textProperty().addListener((property, was, is) -> requestLayout());
    }

    @Override
    protected void layoutChildren() {
        // the field's own layout comes first: it is the lower of the two
        SentenceModel sentence = link.linkedProperty().get();
        frame.getElements().setAll(sentence == null ? List.of()
                : TextShapes.rounded(text.lines(link.start(sentence), link.end(sentence))));
    }
}
