package dev.biglittle.app.translate;

/** How fast the recorded steps of the models are shown. */
public enum Pace {
    /** As they happen. */
    FULL,
    /** A few steps a second. */
    SLOW,
    /** One step at a press of a key. */
    STEP
}
