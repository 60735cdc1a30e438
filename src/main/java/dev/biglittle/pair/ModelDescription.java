package dev.biglittle.pair;

import dev.biglittle.onnx.DecoderShape;

/**
 * One model of a pair.
 *
 * @param encoder    file of the encoder graph, relative to the pair's folder
 * @param decoder    file of the decoder graph, relative to the pair's folder
 * @param shape      what the decoder's caches look like
 * @param parameters number of parameters
 * @param weights    how they are stored, such as "int8"
 */
public record ModelDescription(String encoder, String decoder, DecoderShape shape, long parameters, String weights) {
    /** The exporter's name for weights and activations in 8 bits. */
    private static final String EIGHT_BIT_ARITHMETIC = "w8a8";

    /** Whether the graphs compute in 8 bits, so that a pass of the large model needs two tokens (see {@link DecoderShape#leastTokens}). */
    static boolean isEightBitArithmetic(String weights) {
        return weights.equals(EIGHT_BIT_ARITHMETIC);
    }

    boolean isEightBitArithmetic() {
        return isEightBitArithmetic(weights);
    }
}
