package dev.biglittle.onnx;

/**
 * Shape of a decoder's caches, [1, heads, length, headSize] for each of the layers.
 *
 * @param layers   decoder layers
 * @param heads    attention heads
 * @param headSize width of a head
 * @param top      candidates the graph gives per position
 */
public record DecoderShape(int layers, int heads, int headSize, int top) {
}
