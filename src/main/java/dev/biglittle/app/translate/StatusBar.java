package dev.biglittle.app.translate;

import atlantafx.base.theme.Styles;
import dev.biglittle.app.Messages;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringExpression;
import javafx.beans.value.ObservableStringValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** What runs here, and how fast. */
final class StatusBar extends HBox {
    StatusBar(TranslateViewModel model) {
        getStyleClass().add("status-bar");
        setAlignment(Pos.CENTER_LEFT);
        StatusViewModel status = model.status();

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
        getChildren().addAll(item("pair", status.pairProperty()), provider, item("threads", status.threadsProperty()),
                Controls.spacer(), item("time", status.timeProperty()), item("speed", status.speedProperty()));
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
