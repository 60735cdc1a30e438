package dev.biglittle.decode;

import java.util.Arrays;

/**
 * Hands a run over as soon as one more draft would bring less than the time for it is worth. What a draft brings is the
 * chance that it, and every draft of the run before it, will be kept; what time is worth is the number of tokens
 * written per time so far. Both are learned from what the models did, so that no length has to be chosen.
 */
final class AdaptiveRunLength implements RunLength {
    /** Drafts of a run while nothing is known yet. */
    private static final int FIRST_RUN = 3;
    /** How much of what was learned remains after another large pass: the last hundred or so count. */
    private static final double MEMORY = 0.99;

    private final Costs costs;
    private final DraftTrust trust = new DraftTrust();
    private float[] run = new float[16];
    private int drafts;
    private double chanceThatAllStand = 1;
    private double tokens;
    private double time;

    AdaptiveRunLength(Costs costs) {
        this.costs = costs;
    }

    /** A run begins: drafts that were never reviewed, as in a text that was cancelled, went with their text. */
    void begin() {
        drafts = 0;
        chanceThatAllStand = 1;
    }

    @Override
    public void stepped(Timing step) {
        costs.smallStepped(step);
        time += costs.smallStep();
    }

    @Override
    public void drafted(float probability) {
        if (drafts == run.length) {
            run = Arrays.copyOf(run, 2 * drafts);
        }
        run[drafts++] = probability;
        chanceThatAllStand *= trust.chance(probability);
    }

    @Override
    public boolean isFull() {
        if (tokens == 0) {
            return drafts == FIRST_RUN;
        }
        double gain = chanceThatAllStand * trust.chance();
        return gain < tokens / time * (costs.smallStep() + costs.largeToken());
    }

    @Override
    public void reviewed(int kept, Timing pass) {
        costs.largePassed(pass);
        tokens = MEMORY * tokens + kept + 1;
        time = MEMORY * time + costs.largePass(pass.tokens());
        for (int i = 0; i < kept; i++) {
            trust.judged(run[i], true);
        }
        if (kept < drafts) {
            trust.judged(run[kept], false);
        }
        begin();
    }
}
