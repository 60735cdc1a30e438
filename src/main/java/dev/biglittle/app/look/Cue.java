package dev.biglittle.app.look;

/** What marks a token besides its colour, so that no one has to tell colours apart. */
public enum Cue {
    /** The tint alone. */
    PLAIN,
    /** A line below. */
    UNDERLINE,
    /** A dotted line below. */
    DOTTED,
    /** Two lines below. */
    DOUBLE,
    /** Bold letters and a bar before them. */
    BAR
}
