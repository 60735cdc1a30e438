package dev.biglittle.app.example;

import dev.biglittle.recording.Recording;
import java.util.Set;

/**
 * A text to watch the models at.
 *
 * @param name  in the window's language
 * @param watch one sentence on what to watch, in the window's language
 * @param shows what must happen in it, so that the sentence is true
 */
public record Example(String name, String watch, String text, Recording.Settings settings, Set<Shows> shows) {
    /** What can be watched. */
    public enum Shows {
        /** The small model writes nearly everything. */
        MOSTLY_SMALL,
        /** The large model is asked. */
        FALLBACK,
        /** The large model takes something back. */
        ROLLBACK,
        /** The large model takes its turn after a full run. */
        HAND_OVER,
        /** Several drafts go at once. */
        LONG_ROLLBACK
    }
}
