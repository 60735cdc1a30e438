package dev.biglittle.onnx;

/**
 * Shape of a decoder's caches, [1, heads, length, headSize] for each of the layers.
 *
 * @param layers   decoder layers
 * @param heads    attention heads
 * @param headSize width of a head
 * @param top      candidates the graph gives per position
 * @param leastTokens tokens that every pass must read at least; more than 1 for graphs in 8-bit arithmetic, whose
 *                 rounding may tip over between a pass over one token and a pass over several
 */
public record DecoderShape(int layers, int heads, int headSize, int top, int leastTokens) {
}
