package dev.biglittle.app.translate;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableObjectValue;
import javafx.beans.value.ObservableStringValue;

/** Knows whether the shown translation still is that of the text and settings in the window. */
final class Freshness {
    private final ObjectProperty<Order> shown = new SimpleObjectProperty<>();
    private final ObservableStringValue source;
    private final ThresholdsViewModel thresholds;
    private final BooleanBinding outdated;

    Freshness(ObservableStringValue source, ThresholdsViewModel thresholds, ObservableObjectValue<State> state) {
        this.source = source;
        this.thresholds = thresholds;
        outdated = Bindings.createBooleanBinding(() -> shown.get() != null && !state.get().isBusy()
                        && state.get() != State.FAILED && !shown.get().equals(order()), state, shown, source,
                thresholds.modeProperty(), thresholds.fallbackProperty(), thresholds.rollbackPositionProperty(),
                thresholds.maxRunProperty());
    }

    /** What a translation would be made from now. */
    Order order() {
        return new Order(source.get(), thresholds.policy());
    }

    /** A translation of that order is shown from now on. */
    void show(Order order) {
        shown.set(order);
    }

    BooleanBinding outdated() {
        return outdated;
    }
}
