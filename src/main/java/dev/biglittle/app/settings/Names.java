package dev.biglittle.app.settings;

import java.util.function.Function;
import javafx.util.StringConverter;

/** What the values of a choice are called. */
final class Names<T> extends StringConverter<T> {
    private final Function<T, String> name;

    Names(Function<T, String> name) {
        this.name = name;
    }

    @Override
    public String toString(T value) {
        return value == null ? "" : name.apply(value);
    }

    @Override
    public T fromString(String text) {
        throw new UnsupportedOperationException("a choice is not typed");
    }
}
