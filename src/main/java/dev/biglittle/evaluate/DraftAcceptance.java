package dev.biglittle.evaluate;

import java.util.Arrays;

/**
 * What became of drafts, by their position in the run of small tokens that the large model reviewed. Entry 0 of each
 * array is the first draft of a run; all three are as long as the longest run.
 *
 * @param reviewed drafts that a large pass looked at
 * @param kept     thereof those that stand
 * @param replaced thereof those that the large model replaced; the rest were dropped because they came after one
 */
public record DraftAcceptance(int[] reviewed, int[] kept, int[] replaced) {
    /** No draft yet. */
    public static final DraftAcceptance NONE = new DraftAcceptance(new int[0], new int[0], new int[0]);

    /** Longest run reviewed. */
    public int positions() {
        return reviewed.length;
    }

    /** Kept per reviewed at a position counted from 1, 0 to 1. */
    public double share(int position) {
        return (double) kept[position - 1] / reviewed[position - 1];
    }

    /** The sum of two texts. */
    public DraftAcceptance plus(DraftAcceptance o) {
        return new DraftAcceptance(sum(reviewed, o.reviewed), sum(kept, o.kept), sum(replaced, o.replaced));
    }

    private static int[] sum(int[] a, int[] b) {
        int[] sum = Arrays.copyOf(a, Math.max(a.length, b.length));
        for (int i = 0; i < b.length; i++) {
            sum[i] += b[i];
        }
        return sum;
    }
}
