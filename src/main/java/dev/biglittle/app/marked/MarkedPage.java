package dev.biglittle.app.marked;

import dev.biglittle.app.look.Look;
import dev.biglittle.decode.Policy;
import dev.biglittle.translate.TranslationEvent;
import java.util.List;
import javafx.scene.layout.VBox;

/** A whole translation with its legend, without scroll bars, such as for a picture. */
public final class MarkedPage extends VBox {
    public MarkedPage(List<TranslationEvent> events, Policy policy, Look look) {
        getStylesheets().add(TranslationArea.STYLESHEET);
        getStyleClass().add("marked-page");
        TranslationText text = new TranslationText();
        text.begin(policy);
        text.keepGhostsProperty().set(true);
        events.forEach(event -> text.accept(event, 0));
        Blocks blocks = new Blocks(look, () -> { });
        text.revisionProperty().addListener((property, was, is) -> blocks.redraw(text));
        Legend legend = new Legend(text, look);
        text.publish();
        getChildren().addAll(blocks, legend);
    }
}
