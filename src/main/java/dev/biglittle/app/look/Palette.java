package dev.biglittle.app.look;

import dev.biglittle.decode.Origin;
import java.util.EnumMap;
import java.util.Map;
import javafx.scene.paint.Color;

/**
 * The colours of the translation, from the set of Okabe and Ito that people with any colour vision can tell apart
 * ("Color Universal Design", 2008).
 *
 * @param paper  the ground
 * @param ink    letters on the ground and on every tint
 * @param ghost  letters of rolled-back text, on the ground
 * @param styles how each origin looks
 */
public record Palette(Color paper, Color ink, Color ghost, Map<Origin, Style> styles) {
    /**
     * @param tint the ground behind a token
     * @param line the colour of its cue
     */
    public record Style(Color tint, Color line, Cue cue) {
    }

    private static final Color ORANGE = Color.web("#e69f00");
    private static final Color SKY_BLUE = Color.web("#56b4e9");
    private static final Color GREEN = Color.web("#009e73");
    private static final Color BLUE = Color.web("#0072b2");
    private static final Color PURPLE = Color.web("#cc79a7");

    /** Dark letters on white. */
    public static final Palette LIGHT = of(Color.web("#ffffff"), Color.web("#1f2328"), Color.web("#59636e"), 0.36,
            Color.BLACK);
    /** Light letters on near-black. */
    public static final Palette DARK = of(Color.web("#0d1117"), Color.web("#f0f6fc"), Color.web("#9198a1"), 0.42,
            Color.WHITE);

    private static Palette of(Color paper, Color ink, Color ghost, double strength, Color towards) {
        Map<Origin, Style> styles = new EnumMap<>(Origin.class);
        styles.put(Origin.SMALL, style(paper, SKY_BLUE, strength / 2.2, towards, Cue.PLAIN));
        styles.put(Origin.FALLBACK, style(paper, ORANGE, strength, towards, Cue.UNDERLINE));
        styles.put(Origin.HAND_OVER, style(paper, GREEN, strength, towards, Cue.DOTTED));
        styles.put(Origin.ROLLBACK, style(paper, PURPLE, strength * 1.15, towards, Cue.BAR));
        styles.put(Origin.LARGE, style(paper, BLUE, strength, towards, Cue.DOUBLE));
        return new Palette(paper, ink, ghost, Map.copyOf(styles));
    }

    private static Style style(Color paper, Color hue, double strength, Color towards, Cue cue) {
        return new Style(paper.interpolate(hue, strength), hue.interpolate(towards, 0.4), cue);
    }

    public Style of(Origin origin) {
        return styles.get(origin);
    }
}
