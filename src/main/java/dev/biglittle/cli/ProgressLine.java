package dev.biglittle.cli;

/** Progress and time left on standard error, once a second at most. */
final class ProgressLine {
    private static final long SECOND = 1_000_000_000L;

    private final String things;
    private final long start = System.nanoTime();
    private long shown = start;

    /** @param things what is counted, such as "translations" */
    ProgressLine(String things) {
        this.things = things;
    }

    /**
     * @param done  what is done, with what an earlier run left
     * @param made  thereof what was done since the start
     * @param total what is to be done
     */
    void show(int done, int made, int total) {
        long now = System.nanoTime();
        if (made > 0 && now - shown >= SECOND) {
            shown = now;
            // what an earlier run left took no time
            long left = (now - start) / made * (total - done) / SECOND;
            System.err.printf("\r%3d %% of %d %s, %d:%02d left ", 100L * done / total, total, things, left / 60,
                    left % 60);
        }
    }

    void end() {
        if (shown != start) {
            System.err.println();
        }
    }
}
