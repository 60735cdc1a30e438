package dev.biglittle.app.translate;

import atlantafx.base.theme.Styles;
import dev.biglittle.app.control.Controls;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** Says what went wrong, and offers to try again. Takes no room while all is well. */
final class FailureBanner extends HBox {
    FailureBanner(TranslateViewModel model) {
        getStyleClass().add("failure");
        setId("failure");
        setAlignment(Pos.CENTER_LEFT);
        Label sentence = new Label();
        sentence.setId("failure-sentence");
        sentence.setWrapText(true);
        sentence.setMinHeight(USE_PREF_SIZE);
        sentence.setMaxWidth(Double.MAX_VALUE);
        sentence.textProperty().bind(Bindings.createStringBinding(() -> model.failureProperty().get() == null ? ""
                : model.failureProperty().get().sentence(), model.failureProperty()));
        HBox.setHgrow(sentence, Priority.ALWAYS);
        Button retry = Controls.button("action.retry");
        retry.setId("retry");
        retry.getStyleClass().add(Styles.ACCENT);
        retry.setOnAction(event -> model.retry());
        Button details = Controls.button("action.details");
        details.setId("details");
        details.setOnAction(event -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(model.failureProperty().get().details());
            Clipboard.getSystemClipboard().setContent(content);
        });
        getChildren().addAll(sentence, retry, details);
        visibleProperty().bind(model.failureProperty().isNotNull());
        managedProperty().bind(visibleProperty());
    }
}
