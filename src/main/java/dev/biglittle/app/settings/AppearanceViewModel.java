package dev.biglittle.app.settings;

import dev.biglittle.app.Messages;
import dev.biglittle.app.settings.Settings.Appearance;
import dev.biglittle.app.settings.Settings.ThemeChoice;
import dev.biglittle.decode.Origin;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;

/** Theme, size of letters, language, and the colours of the marks. */
public final class AppearanceViewModel {
    /** By how many pixels "larger" is larger. */
    private static final int STEP = 2;

    private final SettingsStore store;
    private final ObjectProperty<ThemeChoice> theme;
    private final ObjectProperty<Integer> fontSize;
    private final ObjectProperty<Language> language;
    private final BooleanBinding needsRestart;
    private final BooleanBinding coloursChanged;

    public AppearanceViewModel(SettingsStore store) {
        this.store = store;
        theme = store.property(s -> s.appearance().theme(), (s, is) -> s.with(s.appearance().withTheme(is)));
        fontSize = store.property(s -> s.appearance().fontSize(), (s, is) -> s.with(s.appearance().withFontSize(is)));
        language = store.property(s -> s.appearance().language(), (s, is) -> s.with(s.appearance().withLanguage(is)));
        needsRestart = Bindings.createBooleanBinding(
                () -> !language.get().locale().equals(Messages.language()), language);
        coloursChanged = Bindings.createBooleanBinding(
                () -> !store.get().appearance().colours().isEmpty(), store.settingsProperty());
    }

    public ObjectProperty<ThemeChoice> themeProperty() {
        return theme;
    }

    /** Pixels. */
    public ObjectProperty<Integer> fontSizeProperty() {
        return fontSize;
    }

    public void larger() {
        fontSize.set(Math.min(Appearance.LARGEST_FONT_SIZE, fontSize.get() + STEP));
    }

    public void smaller() {
        fontSize.set(Math.max(Appearance.SMALLEST_FONT_SIZE, fontSize.get() - STEP));
    }

    public void usualSize() {
        fontSize.set(Appearance.USUAL_FONT_SIZE);
    }

    public ObjectProperty<Language> languageProperty() {
        return language;
    }

    /** Whether the window does not speak the chosen language yet. */
    public BooleanBinding needsRestart() {
        return needsRestart;
    }

    /** The user's colour of an origin's marks, "#rrggbb"; empty while it is the usual one. */
    public Optional<String> colour(Origin origin) {
        return Optional.ofNullable(store.get().appearance().colours().get(origin.label()));
    }

    /** @param colour "#rrggbb" */
    public void setColour(Origin origin, String colour) {
        Map<String, String> colours = new HashMap<>(store.get().appearance().colours());
        colours.put(origin.label(), colour);
        setColours(colours);
    }

    public void resetColours() {
        setColours(Map.of());
    }

    private void setColours(Map<String, String> colours) {
        store.change(settings -> settings.with(settings.appearance().withColours(colours)));
    }

    /** Whether any colour is not the usual one. */
    public BooleanBinding coloursChanged() {
        return coloursChanged;
    }
}
