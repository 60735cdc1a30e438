package dev.biglittle.decode;

/**
 * A model's best tokens for one position, best first.
 *
 * @param tokens        token ids, [K], K at least 1
 * @param probabilities their probabilities, [K], 0 to 1
 */
public record Candidates(int[] tokens, float[] probabilities) {
    /** The arg-max token. */
    public int token() {
        return tokens[0];
    }

    /** Probability of the arg-max token. */
    public float probability() {
        return probabilities[0];
    }
}
