package dev.biglittle.app.marked;

import dev.biglittle.translate.TokenRun;

/**
 * A piece of the shown translation in one style.
 *
 * @param text  what is shown; may be empty
 * @param ghost whether it is rolled-back text that no longer belongs to the translation
 * @param token    the token it shows; for a ghost the token that took its place
 * @param position index of that token in its sentence
 * @param copied   how many chars at its beginning stand so in the source and nobody wrote: bullets, lines without words
 */
public record TextRun(String text, boolean ghost, TokenRun token, int position, int copied) {
    /** Of which every char was written. */
    public TextRun(String text, boolean ghost, TokenRun token, int position) {
        this(text, ghost, token, position, 0);
    }

    /** Whether it looks the same as another, though more may be known of its token by now. */
    boolean looksLike(TextRun other) {
        return ghost == other.ghost && text.equals(other.text) && token.origin() == other.token.origin();
    }
}
