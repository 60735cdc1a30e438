package dev.biglittle.cli;

import dev.biglittle.evaluate.Progress;

/** Progress and time left on standard error, once a second at most. */
final class ProgressLine implements Progress {
    private static final long SECOND = 1_000_000_000L;

    private final long start = System.nanoTime();
    private long shown = start;

    @Override
    public void trial(int done, int made, int total) {
        long now = System.nanoTime();
        if (made > 0 && now - shown >= SECOND) {
            shown = now;
            // what an earlier run left took no time
            long left = (now - start) / made * (total - done) / SECOND;
            System.err.printf("\r%3d %% of %d translations, %d:%02d left ", 100L * done / total, total, left / 60,
                    left % 60);
        }
    }

    void end() {
        if (shown != start) {
            System.err.println();
        }
    }
}
