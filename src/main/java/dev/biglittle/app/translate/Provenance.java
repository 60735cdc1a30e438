package dev.biglittle.app.translate;

import dev.biglittle.recording.Recording;

/**
 * How the shown translation came to be on the screen.
 *
 * @param madeWith what translated, as a recording keeps it
 * @param settings what it was made under, as a recording keeps it
 */
record Provenance(Kind kind, Recording.MadeWith madeWith, Recording.Settings settings) {
    enum Kind {
        /** Written now, because the user asked for it. */
        ASKED_FOR,
        /** Written now, unasked, while the text was typed. */
        WHILE_TYPING,
        /** Out of the history. */
        BROUGHT_BACK,
        /** Out of a recording. */
        OPENED
    }

    /** Whether the models write it now. */
    boolean isNew() {
        return kind == Kind.ASKED_FOR || kind == Kind.WHILE_TYPING;
    }
}
