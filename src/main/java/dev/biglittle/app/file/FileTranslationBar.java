package dev.biglittle.app.file;

import dev.biglittle.app.Messages;
import dev.biglittle.app.control.Controls;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** How far the file is that is translated in the background; nothing while there is none. */
public final class FileTranslationBar extends HBox {
    public FileTranslationBar(FileTranslationViewModel model) {
        setId("file-translation");
        getStyleClass().add("message-bar");
        setAlignment(Pos.CENTER_LEFT);
        visibleProperty().bind(model.sentenceProperty().isNotEmpty());
        managedProperty().bind(visibleProperty());

        ProgressBar progress = new ProgressBar();
        progress.setAccessibleText(Messages.text("background.progress"));
        progress.progressProperty().bind(model.progressProperty());
        progress.visibleProperty().bind(model.runningProperty());
        progress.managedProperty().bind(progress.visibleProperty());
        Label sentence = new Label();
        sentence.setId("file-translation-sentence");
        sentence.textProperty().bind(model.sentenceProperty());
        sentence.setMaxWidth(Double.MAX_VALUE);
        sentence.setWrapText(true);
        sentence.setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        Button cancel = Controls.button("background.cancel");
        cancel.setId("file-translation-cancel");
        cancel.setOnAction(event -> model.cancel());
        cancel.visibleProperty().bind(model.runningProperty());
        cancel.managedProperty().bind(cancel.visibleProperty());
        Button dismiss = Controls.button("background.dismiss");
        dismiss.setId("file-translation-dismiss");
        dismiss.setOnAction(event -> model.dismiss());
        dismiss.visibleProperty().bind(model.runningProperty().not());
        dismiss.managedProperty().bind(dismiss.visibleProperty());
        getChildren().setAll(progress, sentence, cancel, dismiss);
    }
}
