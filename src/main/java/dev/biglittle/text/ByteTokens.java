package dev.biglittle.text;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * The tokens that spell one byte each, for characters that no token stands for. HuggingFace's decoder writes U+FFFD for
 * every byte of a run in which only one is wrong or still to come, so that characters vanish that were whole before.
 */
final class ByteTokens {
    private static final int BYTES = 256;
    /** What SentencePiece writes in place of a space. */
    private static final char SPACE_MARK = '\u2581';

    /** The byte of a token by its id, -1 for none; asked for every token of every text, so it is no map. */
    private int[] values = {};
    private final int[] ids = new int[BYTES];

    private ByteTokens() {
    }

    /** Those of a {@code tokenizer.json}; none where its decoder knows none. */
    static ByteTokens of(JsonObject json) {
        ByteTokens tokens = new ByteTokens();
        if (String.valueOf(json.get("decoder")).contains("\"ByteFallback\"")) {
            Map<String, Integer> vocabulary = vocabulary(json.getAsJsonObject("model").get("vocab"));
            for (int value = 0; value < BYTES; value++) {
                Integer id = vocabulary.get("<0x%02X>".formatted(value));
                if (id == null) {
                    return new ByteTokens();
                }
                tokens.ids[value] = id;
            }
            tokens.values = new int[Arrays.stream(tokens.ids).max().getAsInt() + 1];
            Arrays.fill(tokens.values, -1);
            for (int value = 0; value < BYTES; value++) {
                tokens.values[tokens.ids[value]] = value;
            }
        }
        return tokens;
    }

    /** Unigram models list pieces with their scores in the order of their ids, others map pieces to ids. */
    private static Map<String, Integer> vocabulary(JsonElement vocabulary) {
        Map<String, Integer> ids = new HashMap<>();
        if (vocabulary instanceof JsonArray pieces) {
            for (int id = 0; id < pieces.size(); id++) {
                ids.put(pieces.get(id).getAsJsonArray().get(0).getAsString(), id);
            }
        } else {
            vocabulary.getAsJsonObject().entrySet().forEach(e -> ids.put(e.getKey(), e.getValue().getAsInt()));
        }
        return ids;
    }

    /** The ids, with the bytes of U+FFFD in place of bytes that are no whole character. */
    long[] wellFormed(int[] text) {
        if (Arrays.stream(text).noneMatch(this::isByte)) {
            return Arrays.stream(text).asLongStream().toArray();
        }
        LongStream.Builder whole = LongStream.builder();
        ByteArrayOutputStream run = new ByteArrayOutputStream();
        for (int id : text) {
            if (isByte(id)) {
                run.write(values[id]);
            } else {
                spell(run, whole);
                whole.add(id);
            }
        }
        spell(run, whole);
        return whole.build().toArray();
    }

    /** Whether the token spells a byte. */
    boolean isByte(int id) {
        return id < values.length && values[id] >= 0;
    }

    private void spell(ByteArrayOutputStream run, LongStream.Builder whole) {
        // the decoder takes a spelled-out mark for a space, but leaves out those in the first run it is given
        String spelled = run.toString(StandardCharsets.UTF_8).replace(SPACE_MARK, ' ');
        for (byte value : spelled.getBytes(StandardCharsets.UTF_8)) {
            whole.add(ids[Byte.toUnsignedInt(value)]);
        }
        run.reset();
    }
}
