package dev.biglittle.app.translate;

import atlantafx.base.theme.Styles;
import dev.biglittle.app.Messages;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Where the text to translate is typed. */
final class SourcePane extends VBox {
    private final TextArea text = new TextArea();

    SourcePane(TranslateViewModel model) {
        getStyleClass().add("text-pane");
        text.setId("source");
        text.setWrapText(true);
        text.setPromptText(Messages.text("source.prompt"));
        text.setAccessibleText(Messages.text("source.accessible"));
        text.textProperty().bindBidirectional(model.sourceProperty());
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
