package dev.biglittle.cli;

import dev.biglittle.signal.EndSignal;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Turns an interrupt from the keyboard (or a request to end) into a flag, so that the line being translated is dropped
 * as a whole, sessions are closed by their owner, and what was printed before is complete.
 */
final class Interrupt implements AutoCloseable {
    /** Longest time an orderly end may take: a model call takes far less, and loading a pair less. */
    private static final long PATIENCE_SECONDS = 30;

    private final CountDownLatch done = new CountDownLatch(1);
    private volatile boolean requested;
    private volatile boolean waiting;
    private final EndSignal signal = new EndSignal(code -> stop());

    private Interrupt() {
    }

    static Interrupt install() {
        return new Interrupt();
    }

    boolean requested() {
        return requested;
    }

    /**
     * Asks whether there is more to do, which may take for ever: whoever wants the program to end meanwhile need not wait
     * for an answer.
     *
     * @return false once the end is requested
     */
    boolean whileWaiting(BooleanSupplier more) {
        waiting = true;
        try {
            return !requested && more.getAsBoolean();
        } finally {
            waiting = false;
        }
    }

    private void stop() {
        if (requested) {
            // asked twice: at once
            Runtime.getRuntime().halt(CommandLineInterface.INTERRUPTED);
        }
        requested = true;
        try {
            if (waiting || done.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                System.out.flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        // no hooks: who still is in a model call would crash in them
        Runtime.getRuntime().halt(CommandLineInterface.INTERRUPTED);
    }

    @Override
    public void close() {
        if (!requested) {
            signal.close();
        }
        done.countDown();
    }
}
