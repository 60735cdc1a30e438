package dev.biglittle.app.look;

import dev.biglittle.decode.Origin;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.paint.Color;

/** How every window looks: theme, size of letters, and how tokens are marked. */
public final class Look {
    /**
     * What marked text is drawn with.
     *
     * @param marked whether tokens show who wrote them
     */
    public record Marks(Palette palette, boolean marked) {
    }

    private static final int USUAL_FONT_SIZE = 14;

    private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(Theme.LIGHT);
    private final IntegerProperty fontSize = new SimpleIntegerProperty(USUAL_FONT_SIZE);
    private final ObjectProperty<Map<Origin, Color>> hues = new SimpleObjectProperty<>(Map.of());
    private final BooleanProperty marked = new SimpleBooleanProperty(true);
    private final BooleanProperty timeline = new SimpleBooleanProperty(true);
    private final BooleanProperty thresholds = new SimpleBooleanProperty(true);
    private final ObjectBinding<Marks> marks = Bindings.createObjectBinding(
            () -> new Marks(theme.get().palette().with(hues.get()), marked.get()), theme, hues, marked);
    private final StringBinding rootStyle = Bindings.createStringBinding(
            () -> "-fx-font-size: " + fontSize.get() + "px;", fontSize);

    public ObjectProperty<Theme> themeProperty() {
        return theme;
    }

    /** Pixels. */
    public IntegerProperty fontSizeProperty() {
        return fontSize;
    }

    /** A length that is right while letters have their usual size, for the size they have now. */
    public double scaled(double length) {
        return length * fontSize.get() / USUAL_FONT_SIZE;
    }

    /** The user's colours of the marks; an origin that is not in it has its usual one. */
    public ObjectProperty<Map<Origin, Color>> huesProperty() {
        return hues;
    }

    /** Whether tokens show who wrote them. */
    public BooleanProperty markedProperty() {
        return marked;
    }

    /** Whether the timeline is shown where there is room. */
    public BooleanProperty timelineProperty() {
        return timeline;
    }

    /** Whether the thresholds are shown where there is room. */
    public BooleanProperty thresholdsProperty() {
        return thresholds;
    }

    public ObjectBinding<Marks> marks() {
        return marks;
    }

    /** To be bound to the style of the root of every window and popup, which then has letters of the chosen size. */
    public StringBinding rootStyle() {
        return rootStyle;
    }
}
