package dev.biglittle.text;

import ai.djl.engine.EngineException;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.util.Utils;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.biglittle.problem.Problem;
import dev.biglittle.problem.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A HuggingFace tokenizer. Owns native memory until {@link #close()}. */
public final class TextTokenizer implements AutoCloseable {
    private final HuggingFaceTokenizer tokenizer;
    private final Map<Integer, String> names = new ConcurrentHashMap<>();

    /** Texts of the special tokens, such as {@code </s>}. */
    private final List<String> specials;
    private final ByteTokens byteTokens;

    private TextTokenizer(HuggingFaceTokenizer tokenizer, List<String> specials, ByteTokens byteTokens) {
        this.tokenizer = tokenizer;
        this.specials = specials;
        this.byteTokens = byteTokens;
    }

    /** Loads a {@code tokenizer.json}. */
    public static TextTokenizer load(Path file) {
        // DJL would otherwise look for a GPU and cut texts at 512 tokens
        try {
            JsonObject json = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
            return new TextTokenizer(HuggingFaceTokenizer.newInstance(file,
                    Map.of("truncation", "false", "padding", "false")), specials(json), ByteTokens.of(json));
        } catch (EngineException e) {
            throw Problem.of("native.notUnpacked", System.mapLibraryName("tokenizers"),
                    Utils.getEngineCacheDir("tokenizers"), Reason.of(e)).because(e);
        } catch (IOException | RuntimeException e) {
            throw Problem.of("tokenizer.unreadable", file, Reason.of(e)).because(e);
        }
    }

    private static List<String> specials(JsonObject json) {
        List<String> specials = new ArrayList<>();
        for (JsonElement token : json.getAsJsonArray("added_tokens")) {
            if (token.getAsJsonObject().get("special").getAsBoolean()) {
                specials.add(token.getAsJsonObject().get("content").getAsString());
            }
        }
        return specials;
    }

    /** Token ids, end-of-text included. A text that spells out a special token is text all the same. */
    public int[] encode(String text) {
        String harmless = text;
        for (String special : specials) {
            harmless = harmless.replace(special, special.charAt(0) + " " + special.substring(1));
        }
        return toInts(tokenizer.encode(harmless).getIds());
    }

    /**
     * The text of token ids, special tokens left out, and U+FFFD in place of bytes that are no whole character. More
     * ids only add to it, but that a character unfinished at its end becomes whole.
     */
    public String decode(int[] ids) {
        return ids.length == 1 ? name(ids[0]) : tokenizer.decode(byteTokens.wellFormed(ids), true);
    }

    /** The text of one token on its own; decoded once, as candidates are named again and again. */
    public String name(int id) {
        return names.computeIfAbsent(id, i -> tokenizer.decode(new long[] {i}, true));
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
