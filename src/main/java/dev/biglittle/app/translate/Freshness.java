package dev.biglittle.app.translate;

import dev.biglittle.decode.Policy;
import dev.biglittle.text.SentenceSplitter;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableObjectValue;
import javafx.beans.value.ObservableStringValue;
import javafx.beans.value.ObservableValue;

/** Knows whether the shown translation still is that of the text and settings in the window. */
final class Freshness {
    private final ObjectProperty<Order> shown = new SimpleObjectProperty<>();
    private final ObservableStringValue source;
    private final StringProperty pair = new SimpleStringProperty("");
    private final ThresholdsViewModel thresholds;
    private final BooleanBinding outdated;
    private final ObjectBinding<Order> wanted;

    Freshness(ObservableStringValue source, ThresholdsViewModel thresholds, ObservableObjectValue<State> state) {
        this.source = source;
        this.thresholds = thresholds;
        wanted = Bindings.createObjectBinding(this::order, source, thresholds.settings(), pair);
        outdated = Bindings.createBooleanBinding(() -> shown.get() != null && !state.get().isBusy()
                && state.get() != State.FAILED && !shown.get().equals(wanted.get()), state, shown, wanted);
    }

    /** What a translation would be made from now. */
    Order order() {
        return order(source.get(), thresholds.policy());
    }

    /** What the same pair would make from these. */
    Order order(String text, Policy policy) {
        return new Order(text, policy, pair.get());
    }

    /**
     * From now on a pair of that name translates.
     *
     * @param stays whether what is shown counts as translated all the same, since another pair is to be seen at work
     */
    void pairLoaded(String name, boolean stays) {
        Order old = shown.get();
        if (stays && old != null) {
            shown.set(new Order(old.text(), old.policy(), name));
        }
        pair.set(name);
    }

    /** Whether the text in the window is the one whose translation is shown. */
    boolean isShownText() {
        return shown.get() != null && shown.get().text().equals(source.get());
    }

    /** What the shown translation was made from; null if there is none. */
    Order shown() {
        return shown.get();
    }

    /** The same, to be observed. */
    ObservableValue<Order> wanted() {
        return wanted;
    }

    /** Whether what is shown, or on its way, is that; nothing is shown of a blank text. */
    boolean isShown(Order order) {
        return order.equals(shown.get()) || shown.get() == null && !SentenceSplitter.hasWords(order.text());
    }

    /** A translation of that order is shown from now on; null for none. */
    void show(Order order) {
        shown.set(order);
    }

    BooleanBinding outdated() {
        return outdated;
    }
}
