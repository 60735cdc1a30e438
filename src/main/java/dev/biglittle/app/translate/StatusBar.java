package dev.biglittle.app.translate;

import atlantafx.base.theme.Styles;
import dev.biglittle.app.Messages;
import dev.biglittle.app.control.Controls;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringExpression;
import javafx.beans.value.ObservableStringValue;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/** What runs here, and how fast. */
final class StatusBar extends HBox {
    /** Room for an explanation of three lines above the status line, as a multiple of the size of letters. */
    private static final double ABOVE = 6;

    StatusBar(TranslateViewModel model) {
        getStyleClass().add("status-bar");
        setAlignment(Pos.CENTER_LEFT);
        StatusViewModel status = model.status();

        Label provider = item("provider", Bindings.createStringBinding(() -> status.providerProperty().get().isEmpty()
                ? "" : Messages.text("status.provider", status.providerProperty().get()), status.providerProperty()));
        status.whyNotCudaProperty().addListener((p, was, is) -> explain(provider, is));
        provider.focusedProperty().addListener((p, was, is) -> tell(provider, is));
        getChildren().addAll(item("pair", status.pairProperty()), provider, item("threads", status.threadsProperty()),
                Controls.spacer(), item("time", status.timeProperty()), item("speed", status.speedProperty()));
    }

    /** Says why CUDA is not used, to the mouse and to the keyboard's focus. */
    private static void explain(Label provider, String whyNotCuda) {
        provider.getStyleClass().remove("explained");
        provider.setFocusTraversable(!whyNotCuda.isEmpty());
        if (whyNotCuda.isEmpty()) {
            provider.setTooltip(null);
            return;
        }
        Controls.hint(provider, whyNotCuda);
        provider.getStyleClass().add("explained");
    }

    private static void tell(Label provider, boolean focused) {
        Tooltip why = provider.getTooltip();
        if (why != null && focused) {
            Bounds place = provider.localToScreen(provider.getBoundsInLocal());
            why.show(provider, place.getMinX(), place.getMinY() - ABOVE * provider.getFont().getSize());
        } else if (why != null) {
            why.hide();
        }
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
