package dev.biglittle.decode;

import java.util.Arrays;

/**
 * What one pass of a model says: for each token it read, the most probable tokens to follow.
 *
 * @param top         candidates per position, K
 * @param ids         token ids, [T * K], best first within a position
 * @param probability their probabilities, [T * K], 0 to 1
 * @param draftNll    [T]; entry t is -ln p of the token that was read at t + 1; the last entry means nothing
 */
public record Predictions(int top, int[] ids, float[] probability, float[] draftNll) {
    public Predictions {
        if (top < 1 || ids.length != probability.length || ids.length != top * draftNll.length) {
            throw new IllegalArgumentException("predictions of " + draftNll.length + " positions with " + top
                    + " candidates need " + top * draftNll.length + " ids and probabilities, got " + ids.length
                    + " and " + probability.length);
        }
    }

    /** Number of positions, T. */
    public int size() {
        return draftNll.length;
    }

    /** The most probable token after position {@code t}. */
    public int token(int t) {
        return ids[t * top];
    }

    /** How unlikely the model finds the token that was read at {@code t + 1}: -ln p, the paper's distance. */
    public float distance(int t) {
        return draftNll[t];
    }

    /** The best K tokens after position {@code t}. */
    public Candidates candidates(int t) {
        return new Candidates(Arrays.copyOfRange(ids, t * top, (t + 1) * top),
                Arrays.copyOfRange(probability, t * top, (t + 1) * top));
    }

    /** The best K tokens after the last token read. */
    public Candidates last() {
        return candidates(size() - 1);
    }
}
