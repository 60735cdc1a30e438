package dev.biglittle.cli;

/** Progress and time left on standard error, once a second at most. */
final class ProgressLine {
    private static final long SECOND = 1_000_000_000L;

    private final int texts;
    private final long start = System.nanoTime();
    private long shown = start;

    ProgressLine(int texts) {
        this.texts = texts;
    }

    void show(int done) {
        long now = System.nanoTime();
        if (now - shown >= SECOND) {
            shown = now;
            long left = (now - start) / done * (texts - done) / SECOND;
            System.err.printf("\r%d of %d texts, %d:%02d left ", done, texts, left / 60, left % 60);
        }
    }

    void end() {
        if (shown != start) {
            System.err.println();
        }
    }
}
