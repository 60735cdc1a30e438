package dev.biglittle.app.look;

import static org.assertj.core.api.Assertions.assertThat;

import dev.biglittle.decode.Origin;
import java.util.Arrays;
import javafx.scene.paint.Color;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PaletteTest {
    @ParameterizedTest
    @EnumSource
    void lettersStandOutFromEveryTint(Theme theme) {
        Palette palette = theme.palette();
        assertThat(contrast(palette.ink(), palette.paper())).isGreaterThanOrEqualTo(4.5);
        assertThat(contrast(palette.ghost(), palette.paper())).isGreaterThanOrEqualTo(4.5);
        for (Origin origin : Origin.values()) {
            assertThat(contrast(palette.ink(), palette.of(origin).tint())).as(origin.label())
                    .isGreaterThanOrEqualTo(4.5);
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
                assertThat(contrast(style.line(), style.tint())).as(origin.label()).isGreaterThanOrEqualTo(3);
                assertThat(contrast(style.line(), palette.paper())).as(origin.label()).isGreaterThanOrEqualTo(3);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyOriginHasACueOfItsOwn(Theme theme) {
        assertThat(Arrays.stream(Origin.values()).map(o -> theme.palette().of(o).cue())).doesNotHaveDuplicates();
    }

    /** WCAG 2.1, definitions of contrast ratio and relative luminance. */
    private static double contrast(Color a, Color b) {
        double lighter = Math.max(luminance(a), luminance(b));
        double darker = Math.min(luminance(a), luminance(b));
        return (lighter + 0.05) / (darker + 0.05);
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.03928 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}
