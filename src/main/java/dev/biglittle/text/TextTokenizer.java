package dev.biglittle.text;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import dev.biglittle.problem.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A HuggingFace tokenizer. Owns native memory until {@link #close()}. */
public final class TextTokenizer implements AutoCloseable {
    private final HuggingFaceTokenizer tokenizer;
    private final Map<Integer, String> names = new ConcurrentHashMap<>();

    private TextTokenizer(HuggingFaceTokenizer tokenizer) {
        this.tokenizer = tokenizer;
    }

    /** Loads a {@code tokenizer.json}. */
    public static TextTokenizer load(Path file) {
        // DJL would otherwise look for a GPU and cut texts at 512 tokens
        try {
            return new TextTokenizer(HuggingFaceTokenizer.newInstance(file,
                    Map.of("truncation", "false", "padding", "false")));
        } catch (IOException | RuntimeException e) {
            throw new Problem("The tokenizer " + file + " cannot be read: " + e.getMessage()
                    + ". Export the pair again, or get a fresh copy of the file.", e);
        }
    }

    /** Token ids, special tokens (end-of-text) included. */
    public int[] encode(String text) {
        return toInts(tokenizer.encode(text).getIds());
    }

    /** The text of token ids, special tokens left out. */
    public String decode(int[] ids) {
        return tokenizer.decode(Arrays.stream(ids).asLongStream().toArray(), true);
    }

    /** The text of one token on its own; the same string for the same id, as candidates are named again and again. */
    public String name(int id) {
        return names.computeIfAbsent(id, i -> decode(new int[] {i}));
    }

    private static int[] toInts(long[] ids) {
        int[] ints = new int[ids.length];
        for (int i = 0; i < ids.length; i++) {
            ints[i] = Math.toIntExact(ids[i]);
        }
        return ints;
    }

    @Override
    public void close() {
        tokenizer.close();
    }
}
