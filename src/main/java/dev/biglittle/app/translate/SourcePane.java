package dev.biglittle.app.translate;

import atlantafx.base.theme.Styles;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Where the text to translate is typed. */
final class SourcePane extends VBox {
    private final SourceArea text;

    SourcePane(TranslateViewModel model, TypingViewModel typing) {
        getStyleClass().add("text-pane");
        text = new SourceArea(model, typing);
        VBox.setVgrow(text, Priority.ALWAYS);

        Label title = new Label();
        title.textProperty().bind(model.status().sourceLanguageProperty());
        title.setLabelFor(text);
        title.getStyleClass().add(Styles.TITLE_4);
        HBox header = new HBox(title);
        header.getStyleClass().add("pane-header");
        header.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(header, text);
    }

    void focus() {
        text.requestFocus();
    }
}
