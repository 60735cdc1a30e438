package dev.biglittle.signal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * Hears that the user or the system asks the process to end, before the virtual machine begins to. A shutdown hook would
 * hear it too late: ONNX Runtime has one of its own, which takes its thread pool from under whoever makes or runs a
 * session at that moment, and the process crashes.
 */
public final class EndSignal implements AutoCloseable {
    /** Ctrl+C, a polite kill, and a terminal or a desktop session that is closed. */
    private static final List<String> NAMES = List.of("INT", "TERM", "HUP");
    private static final int FIRST_EXIT_CODE = 128;

    private final Map<Signal, SignalHandler> before = new HashMap<>();

    /** @param asked called on a thread of its own, with the exit code that shells expect; ends the process */
    public EndSignal(IntConsumer asked) {
        for (String name : NAMES) {
            try {
                Signal signal = new Signal(name);
                SignalHandler former = Signal.handle(signal, heard -> asked.accept(FIRST_EXIT_CODE + heard.getNumber()));
                if (former == SignalHandler.SIG_IGN) {
                    // who started the process wants it so
                    Signal.handle(signal, former);
                } else {
                    before.put(signal, former);
                }
            } catch (IllegalArgumentException notHere) {
                // this system has no such signal, or Java was told to leave it alone (-Xrs)
                continue;
            }
        }
    }

    /** Signals do again what they did before. */
    @Override
    public void close() {
        before.forEach(Signal::handle);
    }
}
