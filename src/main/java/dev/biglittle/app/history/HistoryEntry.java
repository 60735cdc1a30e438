package dev.biglittle.app.history;

import java.time.Instant;

/**
 * A past translation as the list shows it.
 *
 * @param id   the name of its file, without ending
 * @param pair name of the pair that wrote it
 */
public record HistoryEntry(String id, Instant time, String pair, String source, String translation) {
    /** Whether every one of the words is in source or translation. */
    boolean contains(String[] words) {
        for (String word : words) {
            if (!find(source, word) && !find(translation, word)) {
                return false;
            }
        }
        return true;
    }

    private static boolean find(String text, String word) {
        for (int i = 0; i <= text.length() - word.length(); i++) {
            if (text.regionMatches(true, i, word, 0, word.length())) {
                return true;
            }
        }
        return false;
    }
}
