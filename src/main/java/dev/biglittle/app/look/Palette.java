package dev.biglittle.app.look;

import dev.biglittle.decode.Origin;
import java.util.EnumMap;
import java.util.Map;
import javafx.scene.paint.Color;

/**
 * The colours of the translation. Each origin has a hue, which is mixed into the ground as a tint and darkened or
 * lightened into a line. Whatever the hue, letters and lines stand out from what they are on.
 *
 * @param ground what hues are mixed with
 * @param styles how each origin looks
 */
public record Palette(Ground ground, Map<Origin, Style> styles) {
    /**
     * @param paper    the colour behind the text
     * @param ink      letters on the paper and on every tint
     * @param ghost    letters of rolled-back text, on the paper
     * @param strength share of the hue in a tint
     * @param towards  what lines are mixed with: black on light paper, white on dark
     */
    public record Ground(Color paper, Color ink, Color ghost, double strength, Color towards) {
    }

    /**
     * @param tint the ground behind a token
     * @param line the colour of its cue
     */
    public record Style(Color tint, Color line, Cue cue) {
    }

    /** From the set of Okabe and Ito that people with any colour vision can tell apart ("Color Universal Design", 2008). */
    public static final Map<Origin, Color> USUAL_HUES = Map.of(
            Origin.SMALL, Color.web("#56b4e9"), Origin.FALLBACK, Color.web("#e69f00"),
            Origin.HAND_OVER, Color.web("#009e73"), Origin.ROLLBACK, Color.web("#cc79a7"),
            Origin.LARGE, Color.web("#0072b2"));

    /** Dark letters on white. */
    public static final Palette LIGHT = of(new Ground(Color.web("#ffffff"), Color.web("#1f2328"), Color.web("#59636e"),
            0.36, Color.BLACK), Map.of());
    /** Light letters on near-black. */
    public static final Palette DARK = of(new Ground(Color.web("#0d1117"), Color.web("#f0f6fc"), Color.web("#9198a1"),
            0.42, Color.WHITE), Map.of());

    private static final double FINE = 0.02;
    private static final double USUAL_LINE = 0.4;

    /** The same ground with other hues; where none is given, the usual one. */
    public Palette with(Map<Origin, Color> hues) {
        return of(ground, hues);
    }

    private static Palette of(Ground ground, Map<Origin, Color> hues) {
        Map<Origin, Style> styles = new EnumMap<>(Origin.class);
        for (Origin origin : Origin.values()) {
            Color tint = tint(ground, hues.getOrDefault(origin, USUAL_HUES.get(origin)), ground.strength * weight(origin));
            styles.put(origin, new Style(tint, line(ground, hues.getOrDefault(origin, USUAL_HUES.get(origin)), tint),
                    cue(origin)));
        }
        return new Palette(ground, Map.copyOf(styles));
    }

    /** As much of the hue as the letters bear. */
    private static Color tint(Ground ground, Color hue, double strength) {
        Color tint = ground.paper.interpolate(hue, strength);
        return Contrast.ratio(ground.ink, tint) >= Contrast.LETTERS || strength <= 0 ? tint
                : tint(ground, hue, strength - FINE);
    }

    /** As little black or white as makes it stand out. */
    private static Color line(Ground ground, Color hue, Color tint) {
        double share = USUAL_LINE;
        Color line = hue.interpolate(ground.towards, share);
        while (share < 1 && Math.min(Contrast.ratio(line, tint), Contrast.ratio(line, ground.paper)) < Contrast.GRAPHICS) {
            share += FINE;
            line = hue.interpolate(ground.towards, Math.min(1, share));
        }
        return line;
    }

    /** Most tokens are the small model's: they are tinted least, and those after a rollback most. */
    private static double weight(Origin origin) {
        return switch (origin) {
            case SMALL -> 1 / 2.2;
            case ROLLBACK -> 1.15;
            default -> 1;
        };
    }

    private static Cue cue(Origin origin) {
        return switch (origin) {
            case SMALL -> Cue.PLAIN;
            case FALLBACK -> Cue.UNDERLINE;
            case HAND_OVER -> Cue.DOTTED;
            case ROLLBACK -> Cue.BAR;
            case LARGE -> Cue.DOUBLE;
        };
    }

    public Color paper() {
        return ground.paper;
    }

    public Color ink() {
        return ground.ink;
    }

    public Color ghost() {
        return ground.ghost;
    }

    public Style of(Origin origin) {
        return styles.get(origin);
    }
}
