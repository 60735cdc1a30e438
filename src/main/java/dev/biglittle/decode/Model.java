package dev.biglittle.decode;

/** One encoder-decoder model. Implementations own native memory; this package knows nothing of it. */
public interface Model {
    /**
     * Encodes a source text and returns a decoder that has read no target token yet.
     *
     * @param source token ids, end-of-text included, at least one
     * @return a decoder that the caller closes
     */
    ModelDecoder encode(int[] source);
}
