package dev.biglittle.app.look;

import javafx.beans.binding.ObjectBinding;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/** How the screen looks: theme, and whether tokens are marked. */
public final class Look {
    /**
     * What marked text is drawn with.
     *
     * @param marked whether tokens show who wrote them
     */
    public record Marks(Palette palette, boolean marked) {
    }

    private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(Theme.LIGHT);
    private final BooleanProperty marked = new SimpleBooleanProperty(true);
    private final ObjectBinding<Marks> marks = Bindings.createObjectBinding(
            () -> new Marks(theme.get().palette(), marked.get()), theme, marked);

    public ObjectProperty<Theme> themeProperty() {
        return theme;
    }

    /** Whether tokens show who wrote them. */
    public BooleanProperty markedProperty() {
        return marked;
    }

    public ObjectBinding<Marks> marks() {
        return marks;
    }
}
