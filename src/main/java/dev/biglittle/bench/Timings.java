package dev.biglittle.bench;

import java.util.Arrays;

/** Times of one task, in nanoseconds, in the order they were taken. */
final class Timings {
    private long[] nanos = new long[64];
    private int size;

    void add(long time) {
        if (size == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * size);
        }
        nanos[size++] = time;
    }

    /** How many there are. */
    int size() {
        return size;
    }

    /** The time in milliseconds that this share of the runs stays within; at least one run must have been added. */
    double millis(double share) {
        long[] sorted = Arrays.copyOf(nanos, size);
        Arrays.sort(sorted);
        return sorted[Math.max(0, (int) Math.ceil(share * size) - 1)] / 1e6;
    }
}
