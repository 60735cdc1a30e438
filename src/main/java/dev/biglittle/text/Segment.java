package dev.biglittle.text;

/**
 * One sentence of a longer text.
 *
 * @param start  where the sentence begins in the text, in chars
 * @param before what stands between it and the sentence before and is copied: white space, bullets, lines without a letter
 * @param text   the sentence, without white space around it; never empty
 */
public record Segment(int start, String before, String text) {
    /** Where the sentence ends in the text, exclusive. */
    public int end() {
        return start + text.length();
    }
}
