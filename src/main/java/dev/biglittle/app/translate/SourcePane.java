package dev.biglittle.app.translate;

import atlantafx.base.theme.Styles;
import dev.biglittle.app.control.Controls;
import dev.biglittle.app.example.ExampleButton;
import dev.biglittle.app.marked.TranslationArea;
import javafx.beans.InvalidationListener;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Where the text to translate is typed. */
final class SourcePane extends VBox {
    private final SourceArea text;
    private final StackPane body;

    SourcePane(TranslateViewModel model, Desk desk) {
        getStyleClass().add("text-pane");
        text = new SourceArea(model, desk.typing(), desk.history());
        body = new StackPane(text);
        VBox.setVgrow(body, Priority.ALWAYS);

        Label title = new Label();
        title.textProperty().bind(model.status().sourceLanguageProperty());
        title.setLabelFor(text);
        title.getStyleClass().add(Styles.TITLE_4);
        title.setMinWidth(USE_PREF_SIZE);
        Button open = Controls.button("action.open");
        open.setId("open");
        open.setOnAction(event -> desk.documents().open());
        Button clear = Controls.button("action.clear");
        clear.setId("clear");
        clear.disableProperty().bind(model.sourceProperty().isEmpty());
        clear.setOnAction(event -> {
            desk.documents().clear();
            focus();
        });
        HBox header = new HBox(title, Controls.spacer(), new ExampleButton(desk.examples()), open, clear);
        header.getStyleClass().add("pane-header");
        header.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(header, body);
    }

    /** Links each sentence with its translation, which is highlighted with it and scrolls along. */
    void link(SentenceLink sentences, TranslationArea translation, ObservableBooleanValue together) {
        body.getChildren().add(new SourceHighlight(text, sentences));
        text.setOnMouseMoved(event -> sentences.point(sentences.at(text.indexAt(event.getX(), event.getY()))));
        text.setOnMouseExited(event -> sentences.point(null));
        InvalidationListener moved = property -> sentences.setCursor(text.isFocused() ? text.getCaretPosition() : -1);
        text.caretPositionProperty().addListener(moved);
        text.focusedProperty().addListener(moved);
        translation.pointedProperty().addListener((property, was, is) -> sentences.point(is));
        sentences.linkedProperty().addListener((property, was, is) -> translation.frame(is));
        new ScrollLink(text, translation, sentences, together);
    }

    void focus() {
        text.requestFocus();
    }
}
