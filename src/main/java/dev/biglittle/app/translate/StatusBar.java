package dev.biglittle.app.translate;

import atlantafx.base.theme.Styles;
import dev.biglittle.app.Messages;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringExpression;
import javafx.beans.value.ObservableStringValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** What is going on, and what runs here. */
final class StatusBar extends HBox {
    StatusBar(TranslateViewModel model) {
        getStyleClass().add("status-bar");
        setAlignment(Pos.CENTER_LEFT);
        StatusViewModel status = model.status();

        ProgressBar progress = new ProgressBar();
        progress.setAccessibleText(Messages.text("app.busy"));
        progress.visibleProperty().bind(model.stateProperty().isEqualTo(State.LOADING)
                .or(model.stateProperty().isEqualTo(State.TRANSLATING)));
        progress.managedProperty().bind(progress.visibleProperty());
        // a hidden bar without an end would go on asking for frames
        progress.progressProperty().bind(Bindings.when(progress.visibleProperty()).then(-1).otherwise(0));

        Label message = new Label();
        message.setId("message");
        message.textProperty().bind(Bindings.when(model.outdated()).then(Messages.text("message.outdated"))
                .otherwise(model.messageProperty()));
        message.getStyleClass().add("message");
        message.setMinWidth(0);
        message.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(message, Priority.ALWAYS);

        Label provider = item("provider", Bindings.createStringBinding(() -> status.providerProperty().get().isEmpty()
                ? "" : Messages.text("status.provider", status.providerProperty().get()), status.providerProperty()));
        status.whyNotCudaProperty().addListener((p, was, is) -> {
            provider.getStyleClass().remove("explained");
            if (is.isEmpty()) {
                provider.setTooltip(null);
            } else {
                Controls.hint(provider, Messages.text("status.cuda", is));
                provider.getStyleClass().add("explained");
                provider.setFocusTraversable(true);
            }
        });
        getChildren().addAll(progress, message, item("pair", status.pairProperty()), provider,
                item("threads", status.threadsProperty()), item("time", status.timeProperty()),
                item("speed", status.speedProperty()));
    }

    private static Label item(String id, ObservableStringValue text) {
        Label label = new Label();
        label.setId("status-" + id);
        label.textProperty().bind(text);
        label.getStyleClass().addAll("item", Styles.TEXT_MUTED);
        label.setMinWidth(USE_PREF_SIZE);
        label.visibleProperty().bind(StringExpression.stringExpression(text).isNotEmpty());
        label.managedProperty().bind(label.visibleProperty());
        return label;
    }
}
