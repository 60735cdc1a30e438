package dev.biglittle.app.translate;

/** What the translation screen is doing. */
public enum State {
    /** The pair is being loaded. */
    LOADING,
    /** Waiting for the user; the last translation, if any, is shown whole. */
    READY,
    /** The models write. */
    TRANSLATING,
    /** The models are done; what they wrote is still being played. */
    PLAYING,
    /** The user stopped a translation; what was shown stays. */
    CANCELLED,
    /** Something went wrong; the window says what, and offers to try again. */
    FAILED;

    /** Whether a translation is on its way. */
    public boolean isBusy() {
        return this == TRANSLATING || this == PLAYING;
    }
}
