package dev.biglittle.app.translate;

import dev.biglittle.app.Messages;
import dev.biglittle.decode.Mode;

/** What the modes are called, and what they do, in plain words. */
final class ModeWords {
    private ModeWords() {
    }

    static String name(Mode mode) {
        return Messages.text("mode." + mode.label());
    }

    static String hint(Mode mode) {
        return Messages.text("mode." + mode.label() + ".hint");
    }

    /** The meaning of a setting, or that the mode does not use it. */
    static String unless(boolean used, String meaning) {
        return used ? meaning : Messages.text("mode.unused");
    }
}
