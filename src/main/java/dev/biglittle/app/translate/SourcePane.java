package dev.biglittle.app.translate;

import atlantafx.base.theme.Styles;
import dev.biglittle.app.control.Controls;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Where the text to translate is typed. */
final class SourcePane extends VBox {
    private final SourceArea text;

    SourcePane(TranslateViewModel model, Desk desk) {
        getStyleClass().add("text-pane");
        text = new SourceArea(model, desk.typing());
        VBox.setVgrow(text, Priority.ALWAYS);

        Label title = new Label();
        title.textProperty().bind(model.status().sourceLanguageProperty());
        title.setLabelFor(text);
        title.getStyleClass().add(Styles.TITLE_4);
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
        HBox header = new HBox(title, Controls.spacer(), open, clear);
        header.getStyleClass().add("pane-header");
        header.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(header, text);
    }

    void focus() {
        text.requestFocus();
    }
}
