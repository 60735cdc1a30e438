package dev.biglittle.onnx;

/** Adds up the time spent in calls of ONNX Runtime, so that what this program adds to it can be told apart. */
final class RunClock {
    private long nanos;

    void add(long more) {
        nanos += more;
    }

    long nanos() {
        return nanos;
    }
}
