package dev.biglittle.app.settings;

import dev.biglittle.app.look.Look;
import dev.biglittle.app.look.Theme;
import dev.biglittle.app.settings.Settings.Appearance;
import dev.biglittle.decode.Origin;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.paint.Color;

/** Gives the window the look that the settings and, where they say so, the desktop ask for. */
public final class LookSettings {
    private final SettingsStore store;
    private final Look look;
    private final ObjectProperty<Theme> desktop = new SimpleObjectProperty<>(Theme.LIGHT);

    public LookSettings(SettingsStore store, Look look) {
        this.store = store;
        this.look = look;
        store.settingsProperty().addListener((property, was, is) -> dress());
        store.keep(look.timelineProperty(), kept -> kept.appearance().timeline(),
                (kept, is) -> kept.with(kept.appearance().withTimeline(is)));
        store.keep(look.thresholdsProperty(), kept -> kept.appearance().thresholds(),
                (kept, is) -> kept.with(kept.appearance().withThresholds(is)));
        store.keep(look.markedProperty(), kept -> kept.appearance().marks(),
                (kept, is) -> kept.with(kept.appearance().withMarks(is)));
        desktop.addListener((property, was, is) -> dress());
        dress();
    }

    /** The desktop's theme, to be told whenever it is known anew. */
    public ObjectProperty<Theme> desktopProperty() {
        return desktop;
    }

    private void dress() {
        Appearance appearance = store.get().appearance();
        look.themeProperty().set(switch (appearance.theme()) {
            case LIGHT -> Theme.LIGHT;
            case DARK -> Theme.DARK;
            case SYSTEM -> desktop.get();
        });
        look.fontSizeProperty().set(appearance.fontSize());
        look.huesProperty().set(hues(appearance.colours()));
    }

    private static Map<Origin, Color> hues(Map<String, String> colours) {
        Map<Origin, Color> hues = new EnumMap<>(Origin.class);
        colours.forEach((label, colour) -> Arrays.stream(Origin.values()).filter(origin -> origin.label().equals(label))
                .findFirst().ifPresent(origin -> hues.put(origin, Color.web(colour))));
        return hues;
    }
}
