package dev.biglittle.app.translate;

import dev.biglittle.app.Messages;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** What is going on, or what just happened, in one sentence below the texts, and how fast it is shown. */
final class MessageBar extends HBox {
    MessageBar(TranslateViewModel model) {
        getStyleClass().add("message-bar");
        setAlignment(Pos.CENTER_LEFT);
        ProgressBar progress = new ProgressBar();
        progress.setAccessibleText(Messages.text("app.busy"));
        progress.visibleProperty().bind(model.stateProperty().isEqualTo(State.LOADING)
                .or(model.stateProperty().isEqualTo(State.TRANSLATING)));
        progress.managedProperty().bind(progress.visibleProperty());
        // a hidden bar without an end would go on asking for frames
        progress.progressProperty().bind(Bindings.when(progress.visibleProperty()).then(-1).otherwise(0));

        Label message = new Label();
        message.setId("message");
        message.textProperty().bind(model.messageProperty());
        message.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(message, Priority.ALWAYS);
        message.setWrapText(true);
        getChildren().addAll(progress, message, new PaceControl(model));
    }
}
