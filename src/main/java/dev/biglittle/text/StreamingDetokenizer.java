package dev.biglittle.text;

import java.util.Arrays;
import java.util.function.Function;

/**
 * Turns token ids into text one token at a time: the pieces joined are the text of all tokens, also after tokens were
 * taken back. A character spelled in several byte tokens appears with the last of them; an unfinished one at the end
 * of the text is left out.
 */
public final class StreamingDetokenizer {
    /** What a decoder writes for bytes that are no whole character (yet). */
    private static final char INCOMPLETE = '\uFFFD';

    private final Function<int[], String> decode;
    private int[] ids = new int[64];
    private int size;

    /**
     * @param decode text of a whole sequence of ids, to which more ids only add but for U+FFFD at its end, such as
     *               {@link TextTokenizer#decode}
     */
    public StreamingDetokenizer(Function<int[], String> decode) {
        this.decode = decode;
    }

    /** Appends a token and returns what it adds to the text. */
    public String append(int id) {
        if (size == ids.length) {
            ids = Arrays.copyOf(ids, 2 * size);
        }
        ids[size] = id;
        // what a token adds depends on the tokens before it, but not on all: those that show some text suffice
        int from = size;
        String before = "";
        while (from > 0 && before.isEmpty()) {
            from--;
            before = complete(from, size);
        }
        size++;
        String whole = complete(from, size);
        // some tokenizers' decoders shorten what stands before, such as a space before a full stop
        return whole.substring(Math.min(before.length(), whole.length()));
    }

    /** The text of the tokens in [from, to), without an unfinished character at its end. */
    private String complete(int from, int to) {
        String whole = decode.apply(Arrays.copyOfRange(ids, from, to));
        int end = whole.length();
        while (end > 0 && whole.charAt(end - 1) == INCOMPLETE) {
            end--;
        }
        return whole.substring(0, end);
    }

    /** Takes back the last tokens so that {@code count} remain. */
    public void truncate(int count) {
        size = count;
    }
}
