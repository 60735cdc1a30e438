package dev.biglittle.decode;

/**
 * When a model call ran.
 *
 * @param startNanos nanoseconds from the start of the text to the start of the call
 * @param nanos      its length in nanoseconds
 */
public record Timing(long startNanos, long nanos) {
}
