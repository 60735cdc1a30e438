package dev.biglittle.onnx;

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

    /** Shapes of the encoder's outputs; -1 for a dimension of any size, here and below. */
    Map<String, long[]> crossShapes() {
        return caches(encoded);
    }

    Map<String, long[]> inputShapes() {
        Map<String, long[]> shapes = new LinkedHashMap<>(Map.of(INPUT_IDS, new long[] {1, -1}, KEEP, new long[] {1}));
        shapes.putAll(caches(past));
        shapes.putAll(caches(cross));
        return shapes;
    }

    Map<String, long[]> outputShapes() {
        Map<String, long[]> shapes = new LinkedHashMap<>(Map.of(TOP_IDS, new long[] {1, -1, shape.top()},
                TOP_PROBS, new long[] {1, -1, shape.top()}, DRAFT_NLL, new long[] {1, -1}));
        shapes.putAll(caches(present));
        return shapes;
    }

    private Map<String, long[]> caches(String[] names) {
        Map<String, long[]> shapes = new LinkedHashMap<>();
        for (String name : names) {
            shapes.put(name, new long[] {1, shape.heads(), -1, shape.headSize()});
        }
        return shapes;
    }
}
