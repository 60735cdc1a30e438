package dev.biglittle.pair;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What {@code pair.json} says.
 *
 * @param sourceLanguage   ISO 639 code
 * @param sourcePrefix     written before every source text, such as T5's "translate English to German: "
 * @param tokenizer        file of the tokenizer, relative to the pair's folder
 * @param decoderStart     id that every target begins with
 * @param endOfText        id that ends a text
 * @param vocabularySize   number of token ids both models know
 * @param sourceTokenLimit longest source, end-of-text included
 * @param targetTokenLimit longest target
 * @param topCandidates    candidates the decoder graphs give per position
 * @param sharedEncoder    file of an encoder graph that gives both models' keys and values in one run; null if each
 *                         model has to run its own
 * @param cuda             graphs for graphics cards; null if the pair has none
 * @param presets          thresholds by name, in the order of the file
 * @param speedUps         how many times as fast as the large model alone the presets were when they were measured, by
 *                         name; a preset that was not measured is missing
 * @param files            size and SHA-256 of every file by its path in the folder
 */
public record PairDescription(String name, String task, String sourceLanguage, String targetLanguage, String licence,
                              String sourcePrefix, String tokenizer, int decoderStart, int endOfText,
                              int vocabularySize, int sourceTokenLimit, int targetTokenLimit, int topCandidates,
                              ModelDescription small, ModelDescription large, String sharedEncoder,
                              Variant cuda, Map<String, Preset> presets, Map<String, Double> speedUps,
                              Map<String, FileDigest> files) {
    /** Name of the description in a pair's folder. */
    public static final String FILE = "pair.json";

    /**
     * @param bytes  size
     * @param sha256 digest, 64 lower-case hex digits
     */
    public record FileDigest(long bytes, String sha256) {
    }

    /** The same models in other graphs; the meaning of the fields is that of the pair's own. */
    public record Variant(ModelDescription small, ModelDescription large, String sharedEncoder) {
    }

    /** The files of its graphs, relative to the pair's folder; those for graphics cards are {@code onCuda().graphs()}. */
    List<String> graphs() {
        List<String> own = List.of(small.encoder(), small.decoder(), large.encoder(), large.decoder());
        return sharedEncoder == null ? own : Stream.concat(own.stream(), Stream.of(sharedEncoder)).toList();
    }

    /** Whether its graphs run on a graphics card as a whole: 8-bit arithmetic does not, and would travel to and fro. */
    boolean runsOnCuda() {
        return cuda != null || !(small.isEightBitArithmetic() || large.isEightBitArithmetic());
    }

    /** The description with the graphs for graphics cards in place of those for processors, where it has any. */
    PairDescription onCuda() {
        return cuda == null ? this : new PairDescription(name, task, sourceLanguage, targetLanguage, licence,
                sourcePrefix, tokenizer, decoderStart, endOfText, vocabularySize, sourceTokenLimit, targetTokenLimit,
                topCandidates, cuda.small(), cuda.large(), cuda.sharedEncoder(), cuda, presets, speedUps, files);
    }

    /** The preset to start with: the balanced one, else the first, else the paper's middle ground. */
    public Preset defaultPreset() {
        if (presets.containsKey("balanced")) {
            return presets.get("balanced");
        }
        return presets.isEmpty() ? new Preset(0.5, 3, 10) : presets.values().iterator().next();
    }
}
