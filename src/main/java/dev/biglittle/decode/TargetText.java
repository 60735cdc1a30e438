package dev.biglittle.decode;

import java.util.Arrays;

/** The tokens written so far, decoder-start token first, and how many of them the large model stands behind. */
final class TargetText {
    private final int endOfText;
    private final int lengthLimit;
    private int[] tokens = new int[64];
    private int size;
    private int settled;

    /** @param lengthLimit greatest number of tokens, decoder start not counted */
    TargetText(int decoderStart, int endOfText, int lengthLimit) {
        this.endOfText = endOfText;
        this.lengthLimit = lengthLimit;
        settle(decoderStart);
    }

    /** Number of tokens, the decoder start included. */
    int size() {
        return size;
    }

    /** Position of the next token as events count it, and so the number of tokens without the decoder start. */
    int position() {
        return size - 1;
    }

    int[] from(int index) {
        return Arrays.copyOfRange(tokens, index, size);
    }

    /** Drafts that the large model has not judged: they are the last tokens of the text. */
    int[] drafts() {
        return from(settled);
    }

    int draftCount() {
        return size - settled;
    }

    void draft(int token) {
        if (size == tokens.length) {
            tokens = Arrays.copyOf(tokens, 2 * size);
        }
        tokens[size++] = token;
    }

    /** Appends a token of the large model; with it every token before counts as judged. */
    void settle(int token) {
        draft(token);
        settleDrafts();
    }

    void settleDrafts() {
        settled = size;
    }

    /** Drops the {@code count} last tokens. */
    void drop(int count) {
        size -= count;
    }

    /** Whether nothing may follow: end-of-text stands, or the text is as long as it may become. */
    boolean isComplete() {
        return endsItself() || size > lengthLimit;
    }

    boolean endsItself() {
        return size > 1 && tokens[size - 1] == endOfText;
    }
}
