package dev.biglittle.decode;

/** Hands over after a number of drafts, as in the paper. */
final class FixedRunLength implements RunLength {
    private final int length;
    private int drafts;

    /** @param length {@link Policy#NO_MAX_RUN} for no limit */
    FixedRunLength(int length) {
        this.length = length;
    }

    @Override
    public void drafted(float probability) {
        drafts++;
    }

    @Override
    public boolean isFull() {
        return drafts == length;
    }

    @Override
    public void reviewed(int kept, Timing pass) {
        drafts = 0;
    }
}
