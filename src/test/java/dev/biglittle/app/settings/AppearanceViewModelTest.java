package dev.biglittle.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.biglittle.app.look.Look;
import dev.biglittle.app.look.Palette;
import dev.biglittle.app.look.Theme;
import dev.biglittle.app.settings.Settings.Appearance;
import dev.biglittle.app.settings.Settings.ThemeChoice;
import dev.biglittle.decode.Origin;
import java.nio.file.Path;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AppearanceViewModelTest {
    @TempDir
    Path temp;
    private SettingsStore store;
    private AppearanceViewModel model;
    private final Look look = new Look();
    private LookSettings lookSettings;

    @BeforeEach
    void open() {
        store = new SettingsStore(new SettingsFile(temp));
        model = new AppearanceViewModel(store);
        lookSettings = new LookSettings(store, look);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void themeFollowsTheDesktopUntilOneIsChosen() {
        assertThat(look.themeProperty().get()).isEqualTo(Theme.LIGHT);
        lookSettings.desktopProperty().set(Theme.DARK);
        assertThat(look.themeProperty().get()).isEqualTo(Theme.DARK);
        model.themeProperty().set(ThemeChoice.LIGHT);
        assertThat(look.themeProperty().get()).isEqualTo(Theme.LIGHT);
        assertThat(store.get().appearance().theme()).isEqualTo(ThemeChoice.LIGHT);
    }

    @Test
    void marksAreAsTheyWereLeft() {
        look.markedProperty().set(false);
        Look next = new Look();
        new LookSettings(store, next);
        assertThat(next.markedProperty().get()).isFalse();
    }

    @Test
    void lettersGrowAndShrinkWithinBounds() {
        model.larger();
        assertThat(look.fontSizeProperty().get()).isEqualTo(Appearance.USUAL_FONT_SIZE + 2);
        assertThat(look.rootStyle().get()).isEqualTo("-fx-font-size: 16px;");
        for (int i = 0; i < 30; i++) {
            model.larger();
        }
        assertThat(look.fontSizeProperty().get()).isEqualTo(Appearance.LARGEST_FONT_SIZE);
        for (int i = 0; i < 30; i++) {
            model.smaller();
        }
        assertThat(look.fontSizeProperty().get()).isEqualTo(Appearance.SMALLEST_FONT_SIZE);
        model.usualSize();
        assertThat(store.get().appearance().fontSize()).isEqualTo(Appearance.USUAL_FONT_SIZE);
    }

    @Test
    void aChosenColourIsUsedUntilReset() {
        Palette usual = look.marks().get().palette();
        model.setColour(Origin.HAND_OVER, "#ff0000");
        assertThat(model.coloursChanged().get()).isTrue();
        assertThat(look.huesProperty().get()).containsOnlyKeys(Origin.HAND_OVER).containsValue(Color.RED);
        assertThat(look.marks().get().palette().of(Origin.HAND_OVER)).isNotEqualTo(usual.of(Origin.HAND_OVER));
        model.resetColours();
        assertThat(look.marks().get().palette()).isEqualTo(usual);
        assertThat(model.coloursChanged().get()).isFalse();
    }

    @Test
    void colourThatIsNoneIsLeftOut() {
        model.setColour(Origin.SMALL, "url(http://example)");
        assertThat(model.colour(Origin.SMALL)).isEmpty();
        assertThat(look.huesProperty().get()).isEmpty();
    }

    @Test
    void anotherLanguageNeedsARestart() {
        model.languageProperty().set(Language.GERMAN);
        assertThat(model.needsRestart().get()).isTrue();
        model.languageProperty().set(Language.ENGLISH);
        assertThat(model.needsRestart().get()).isFalse();
    }
}
