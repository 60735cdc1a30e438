package dev.biglittle.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Turns an interrupt from the keyboard (or a request to end) into a flag, so that the line being translated is dropped
 * as a whole, sessions are closed by their owner, and what was printed before is complete.
 */
final class Interrupt implements AutoCloseable {
    /** Longest time an orderly end may take; a model call takes far less. */
    private static final long PATIENCE_SECONDS = 10;

    private final CountDownLatch done = new CountDownLatch(1);
    private volatile boolean requested;
    private final Thread hook = new Thread(this::stop, "interrupt");

    private Interrupt() {
    }

    static Interrupt install() {
        Interrupt interrupt = new Interrupt();
        Runtime.getRuntime().addShutdownHook(interrupt.hook);
        return interrupt;
    }

    boolean requested() {
        return requested;
    }

    private void stop() {
        requested = true;
        try {
            if (done.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                System.out.flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        // the virtual machine is going down already: halt is the way left to say why
        Runtime.getRuntime().halt(CommandLineInterface.INTERRUPTED);
    }

    @Override
    public void close() {
        if (!requested) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException goingDown) {
                requested = true;
            }
        }
        done.countDown();
    }
}
