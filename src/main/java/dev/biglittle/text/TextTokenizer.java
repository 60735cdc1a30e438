package dev.biglittle.text;

import ai.djl.engine.EngineException;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.huggingface.tokenizers.jni.TokenizersLibrary;
import ai.djl.util.Utils;
import com.google.gson.JsonArray;
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
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** A HuggingFace tokenizer. Owns native memory until {@link #close()}. */
public final class TextTokenizer implements AutoCloseable {
    /** Decoders of which a token's text, but for a space at the text's beginning, depends on no other token. */
    private static final Set<String> PIECEWISE = Set.of("Metaspace", "ByteFallback");
    /** As code points are matched, the halves of a whole character are none of these. */
    private static final Pattern LONE_SURROGATE = Pattern.compile("\\p{Cs}");

    private final HuggingFaceTokenizer tokenizer;
    private final Map<Integer, String> names = new ConcurrentHashMap<>();
    /** What a token adds to a text that has begun. */
    private final Map<Integer, String> continuations = new ConcurrentHashMap<>();
    private final boolean piecewise;

    /** Texts of the special tokens, such as {@code </s>}. */
    private final List<String> specials;
    private final ByteTokens byteTokens;

    private TextTokenizer(HuggingFaceTokenizer tokenizer, List<String> specials, ByteTokens byteTokens, boolean piecewise) {
        this.tokenizer = tokenizer;
        this.piecewise = piecewise;
        this.specials = specials;
        this.byteTokens = byteTokens;
    }

    /** Loads a {@code tokenizer.json}. */
    public static TextTokenizer load(Path file) {
        try {
            JsonObject json = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
            List<String> specials = specials(json);
            ByteTokens byteTokens = ByteTokens.of(json);
            boolean piecewise = isPiecewise(json.get("decoder"));
            // last, as nothing would close it; without these options DJL would look for a GPU and cut texts at 512 tokens
            return new TextTokenizer(HuggingFaceTokenizer.newInstance(file, Map.of("truncation", "false", "padding", "false")),
                    specials, byteTokens, piecewise);
        } catch (EngineException e) {
            throw Problem.of("native.notUnpacked", System.mapLibraryName("tokenizers"),
                    Utils.getEngineCacheDir("tokenizers"), Reason.of(e)).because(e);
        } catch (LinkageError e) {
            throw Problem.of("native.notLoaded", System.mapLibraryName("tokenizers"), Reason.of(e)).because(e);
        } catch (IOException | RuntimeException e) {
            throw Problem.of("tokenizer.unreadable", file, Reason.of(e)).because(e);
        }
    }

    private static List<String> specials(JsonObject json) {
        List<String> specials = new ArrayList<>();
        JsonArray added = json.getAsJsonArray("added_tokens");
        for (JsonElement token : added == null ? new JsonArray() : added) {
            if (token.getAsJsonObject().get("special").getAsBoolean()) {
                specials.add(token.getAsJsonObject().get("content").getAsString());
            }
        }
        return specials;
    }

    private static boolean isPiecewise(JsonElement decoder) {
        if (decoder == null || !decoder.isJsonObject()) {
            return false;
        }
        JsonArray parts = decoder.getAsJsonObject().getAsJsonArray("decoders");
        return parts == null ? PIECEWISE.contains(decoder.getAsJsonObject().get("type").getAsString())
                : StreamSupport.stream(parts.spliterator(), false).allMatch(TextTokenizer::isPiecewise);
    }

    /** Token ids, end-of-text included. A text that spells out a special token is text all the same. */
    public int[] encode(String text) {
        // half a character, left where a text was cut, is none
        String harmless = LONE_SURROGATE.matcher(text).replaceAll("");
        for (String special : specials) {
            harmless = harmless.replace(special, special.charAt(0) + " " + special.substring(1));
        }
        return toInts(ids(harmless));
    }

    /** Asks the library itself: its wrapper reads all that there is about an encoding, a third of the time this takes. */
    private long[] ids(String text) {
        TokenizersLibrary library = TokenizersLibrary.LIB;
        long encoding = library.encode(tokenizer.getHandle(), text, true);
        try {
            return library.getTokenIds(encoding);
        } finally {
            library.deleteEncoding(encoding);
        }
    }

    /**
     * The text of token ids, special tokens left out, and U+FFFD in place of bytes that are no whole character. More
     * ids only add to it, but that a character unfinished at its end becomes whole.
     */
    public String decode(int[] ids) {
        if (ids.length == 1) {
            return name(ids[0]);
        }
        // what a text that is written token by token asks for with every token
        return ids.length == 2 && piecewise && !byteTokens.isByte(ids[0]) && !byteTokens.isByte(ids[1])
                && !name(ids[0]).isEmpty() ? name(ids[0]) + continuation(ids[0], ids[1]) : decodeAll(ids);
    }

    private String decodeAll(int[] ids) {
        return tokenizer.decode(byteTokens.wellFormed(ids), true);
    }

    private String continuation(int before, int id) {
        return continuations.computeIfAbsent(id,
                i -> decodeAll(new int[] {before, i}).substring(name(before).length()));
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
