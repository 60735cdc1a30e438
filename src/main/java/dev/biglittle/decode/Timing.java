package dev.biglittle.decode;

/**
 * When a model call ran, and how much it read.
 *
 * @param startNanos nanoseconds from the start of the text to the start of the call
 * @param nanos      its length in nanoseconds
 * @param tokens     tokens read in the call: of the source, or of the target text what the model had not read yet
 */
public record Timing(long startNanos, long nanos, int tokens) {
}
