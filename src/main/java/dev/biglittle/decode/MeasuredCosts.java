package dev.biglittle.decode;

/** Costs as they turn out, in nanoseconds: a mean for the small model, a line fitted to the large one's passes. */
final class MeasuredCosts implements Costs {
    /** How much of what was seen remains after another call: the last hundred or so count. */
    private static final double MEMORY = 0.99;

    private double smallSteps;
    private double smallNanos;
    // sums of the least-squares line, each call weighing less the longer it was ago
    private double passes;
    private double tokens;
    private double tokensSquared;
    private double nanos;
    private double tokenNanos;

    @Override
    public void smallStepped(Timing step) {
        smallSteps = MEMORY * smallSteps + 1;
        smallNanos = MEMORY * smallNanos + step.nanos();
    }

    @Override
    public void largePassed(Timing pass) {
        passes = MEMORY * passes + 1;
        tokens = MEMORY * tokens + pass.tokens();
        tokensSquared = MEMORY * tokensSquared + (double) pass.tokens() * pass.tokens();
        nanos = MEMORY * nanos + pass.nanos();
        tokenNanos = MEMORY * tokenNanos + (double) pass.tokens() * pass.nanos();
    }

    @Override
    public double smallStep() {
        return smallSteps == 0 ? 0 : smallNanos / smallSteps;
    }

    @Override
    public double largePass(int count) {
        return passes == 0 ? 0 : nanos / passes + slope() * (count - tokens / passes);
    }

    @Override
    public double largeToken() {
        return passes == 0 ? 0 : slope();
    }

    /** A longer pass never takes less time; where it seems to, something else ran. */
    private double slope() {
        double spread = tokensSquared - tokens * tokens / passes;
        return spread < 1e-6 ? 0 : Math.max(0, (tokenNanos - tokens * nanos / passes) / spread);
    }
}
