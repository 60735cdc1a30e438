package dev.biglittle.decode;

/** How often drafts are kept, by how sure the small model was of them. */
final class DraftTrust {
    private static final int CLASSES = 10;
    /** Drafts that each class is thought to have seen, kept as often as the small model's probability says. */
    private static final double PRIOR = 4;

    private final double[] kept = new double[CLASSES];
    private final double[] judged = new double[CLASSES];
    private double allKept = PRIOR;
    private double allJudged = PRIOR + 1;

    DraftTrust() {
        for (int i = 0; i < CLASSES; i++) {
            kept[i] = PRIOR * (i + 0.5) / CLASSES;
            judged[i] = PRIOR;
        }
    }

    private static int classOf(float probability) {
        return Math.min(CLASSES - 1, (int) (probability * CLASSES));
    }

    /** Chance that a draft of this probability is kept, 0 to 1. */
    double chance(float probability) {
        int i = classOf(probability);
        return kept[i] / judged[i];
    }

    /** Chance that a draft of which nothing is known is kept, 0 to 1. */
    double chance() {
        return allKept / allJudged;
    }

    /** The large model has judged a draft, on a beginning that stands. */
    void judged(float probability, boolean isKept) {
        int i = classOf(probability);
        judged[i]++;
        allJudged++;
        if (isKept) {
            kept[i]++;
            allKept++;
        }
    }
}
