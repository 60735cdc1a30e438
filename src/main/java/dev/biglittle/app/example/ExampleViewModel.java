package dev.biglittle.app.example;

import dev.biglittle.app.Messages;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableStringValue;

/** The examples for the present pair, and the one that is being watched. */
public final class ExampleViewModel {
    private final ReadOnlyObjectWrapper<Example> watched = new ReadOnlyObjectWrapper<>();
    private final ObjectBinding<List<Example>> examples;
    private final Consumer<Example> show;

    /**
     * @param sourceLanguage ISO 639 code of the pair's source language; empty until known
     * @param source         the text on the screen: with another one the example is over
     * @param show           puts an example on the screen and translates it
     */
    public ExampleViewModel(ObservableStringValue sourceLanguage, ObservableStringValue source, Consumer<Example> show) {
        this.show = show;
        examples = Bindings.createObjectBinding(() -> Examples.in(sourceLanguage.get(), Messages.language()),
                sourceLanguage);
        source.addListener((property, was, is) -> {
            if (watched.get() != null && !watched.get().text().equals(is)) {
                watched.set(null);
            }
        });
    }

    /** Shows an example. */
    public void watch(Example example) {
        show.accept(example);
        watched.set(example);
    }

    /** Says no more what to watch. */
    public void dismiss() {
        watched.set(null);
    }

    /** None where the pair's language has none. */
    public ObjectBinding<List<Example>> examples() {
        return examples;
    }

    /** Null for none. */
    public ReadOnlyObjectProperty<Example> watchedProperty() {
        return watched.getReadOnlyProperty();
    }
}
