package dev.biglittle.app;

/** Runs a task on the window's thread after some nanoseconds. */
@FunctionalInterface
public interface Later {
    /** @return stops it from being run */
    Runnable after(long nanos, Runnable task);
}
