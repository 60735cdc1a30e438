package dev.biglittle.onnx;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Names of a decoder graph's inputs and outputs, made once: they are looked up for every token. */
final class DecoderGraph {
    static final String INPUT_IDS = "input_ids";
    static final String KEEP = "keep";
    static final String TOP_IDS = "top_ids";
    static final String TOP_PROBS = "top_probs";
    static final String DRAFT_NLL = "draft_nll";

    private final DecoderShape shape;
    private final String[] past;
    private final String[] present;
    private final String[] cross;
    private final String[] encoded;

    /** @param side names the encoder's outputs that are this decoder's */
    DecoderGraph(DecoderShape shape, OnnxEncoder.Side side) {
        this.shape = shape;
        past = names("past.");
        present = names("present.");
        cross = names("cross.");
        encoded = names(side.prefix() + "cross.");
    }

    private String[] names(String prefix) {
        String[] names = new String[2 * shape.layers()];
        for (int layer = 0; layer < shape.layers(); layer++) {
            names[2 * layer] = prefix + layer + ".key";
            names[2 * layer + 1] = prefix + layer + ".value";
        }
        return names;
    }

    DecoderShape shape() {
        return shape;
    }

    /** Two per layer, key and value; entry i goes in as {@code past[i]} what came out as {@code present[i]}. */
    String[] past() {
        return past;
    }

    String[] present() {
        return present;
    }

    String[] cross() {
        return cross;
    }

    /** Names in the encoder graph of what goes in as {@link #cross}. */
    String[] encoded() {
        return encoded;
    }

    Map<String, Integer> crossRanks() {
        return ranks(encoded);
    }

    Map<String, Integer> inputRanks() {
        Map<String, Integer> ranks = new LinkedHashMap<>(Map.of(INPUT_IDS, 2, KEEP, 1));
        ranks.putAll(ranks(past));
        ranks.putAll(ranks(cross));
        return ranks;
    }

    Map<String, Integer> outputRanks() {
        Map<String, Integer> ranks = new LinkedHashMap<>(Map.of(TOP_IDS, 3, TOP_PROBS, 3, DRAFT_NLL, 2));
        ranks.putAll(ranks(present));
        return ranks;
    }

    private static Map<String, Integer> ranks(String[] names) {
        Map<String, Integer> ranks = new HashMap<>();
        for (String name : names) {
            ranks.put(name, 4);
        }
        return ranks;
    }
}
