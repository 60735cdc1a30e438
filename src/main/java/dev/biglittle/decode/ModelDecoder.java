package dev.biglittle.decode;

/** The decoder of one model for one source text, with its cache of target positions. */
public interface ModelDecoder extends AutoCloseable {
    /**
     * Cuts the cache to its first {@code keep} positions, then reads {@code tokens} after them in one pass.
     *
     * @param keep   cached target positions that stay, 0 to the number read so far
     * @param tokens the next target tokens, at least one; the very first is the decoder-start token
     * @return one prediction of the following token per token read
     */
    Predictions read(int keep, int[] tokens);

    @Override
    void close();
}
