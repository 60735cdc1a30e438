package dev.biglittle.app.look;

import javafx.scene.paint.Color;

/** How well two colours can be told apart: WCAG 2.1, definitions of contrast ratio and relative luminance. */
public final class Contrast {
    /** What letters need on their ground (1.4.3). */
    public static final double LETTERS = 4.5;
    /** What lines and other graphics need on theirs (1.4.11). */
    public static final double GRAPHICS = 3;

    private Contrast() {
    }

    /** From 1 for the same colour to 21 for black and white. */
    public static double ratio(Color a, Color b) {
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
