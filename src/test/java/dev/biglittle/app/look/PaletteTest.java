package dev.biglittle.app.look;

import static org.assertj.core.api.Assertions.assertThat;

import dev.biglittle.decode.Origin;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PaletteTest {
    @ParameterizedTest
    @EnumSource
    void lettersStandOutFromEveryTint(Theme theme) {
        Palette palette = theme.palette();
        assertThat(Contrast.ratio(palette.ink(), palette.paper())).isGreaterThanOrEqualTo(Contrast.LETTERS);
        assertThat(Contrast.ratio(palette.ghost(), palette.paper())).isGreaterThanOrEqualTo(Contrast.LETTERS);
        for (Origin origin : Origin.values()) {
            assertThat(Contrast.ratio(palette.ink(), palette.of(origin).tint())).as(origin.label())
                    .isGreaterThanOrEqualTo(Contrast.LETTERS);
        }
    }

    /** WCAG 2.1, 1.4.11: graphics need 3 to 1. */
    @ParameterizedTest
    @EnumSource
    void cuesStandOutFromTintAndGround(Theme theme) {
        Palette palette = theme.palette();
        for (Origin origin : Origin.values()) {
            Palette.Style style = palette.of(origin);
            if (style.cue() != Cue.PLAIN) {
                assertThat(Contrast.ratio(style.line(), style.tint())).as(origin.label()).isGreaterThanOrEqualTo(Contrast.GRAPHICS);
                assertThat(Contrast.ratio(style.line(), palette.paper())).as(origin.label()).isGreaterThanOrEqualTo(Contrast.GRAPHICS);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyOriginHasACueOfItsOwn(Theme theme) {
        assertThat(Arrays.stream(Origin.values()).map(o -> theme.palette().of(o).cue())).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void whateverColoursTheUserChoosesLettersAndCuesStandOut(Theme theme) {
        List<Color> chosen = new ArrayList<>(List.of(Color.BLACK, Color.WHITE, Color.GRAY, Color.YELLOW, Color.NAVY));
        Random random = new Random(7);
        for (int i = 0; i < 300; i++) {
            chosen.add(Color.color(random.nextDouble(), random.nextDouble(), random.nextDouble()));
        }
        for (Color hue : chosen) {
            for (Origin origin : Origin.values()) {
                Palette palette = theme.palette().with(Map.of(origin, hue));
                Palette.Style style = palette.of(origin);
                assertThat(Contrast.ratio(palette.ink(), style.tint())).as("letters on %s", hue)
                        .isGreaterThanOrEqualTo(Contrast.LETTERS);
                assertThat(Math.min(Contrast.ratio(style.line(), style.tint()),
                        Contrast.ratio(style.line(), palette.paper()))).as("cue of %s", hue)
                        .isGreaterThanOrEqualTo(Contrast.GRAPHICS);
            }
        }
    }

    @Test
    void onlyTheChosenColoursChange() {
        Palette palette = Palette.LIGHT.with(Map.of(Origin.LARGE, Color.RED));
        assertThat(palette.of(Origin.LARGE)).isNotEqualTo(Palette.LIGHT.of(Origin.LARGE));
        assertThat(palette.of(Origin.SMALL)).isEqualTo(Palette.LIGHT.of(Origin.SMALL));
        assertThat(palette.with(Map.of())).isEqualTo(Palette.LIGHT);
    }

    @Test
    void contrastIsThatOfWcag() {
        assertThat(Contrast.ratio(Color.BLACK, Color.WHITE)).isEqualTo(21);
        assertThat(Contrast.ratio(Color.web("#777777"), Color.WHITE)).isBetween(4.47, 4.49);
    }
}
