package dev.biglittle.app;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;

/**
 * The one path of everything that goes wrong: whoever fails reports it here, on the window's thread, and the banner at
 * the top of the window says it in a sentence, with details to copy and, where that makes sense, another try.
 */
public final class Failures {
    /**
     * What the banner shows.
     *
     * @param retry    does again what failed; null where that makes no sense
     * @param possible whether that can be done now
     */
    public record Shown(Failure failure, Runnable retry, ObservableBooleanValue possible) {
    }

    private final ReadOnlyObjectWrapper<Shown> shown = new ReadOnlyObjectWrapper<>();

    public void report(Throwable cause) {
        report(Failure.of(cause), null);
    }

    /** @param retry does again what failed; null where that makes no sense */
    public void report(Failure failure, Runnable retry) {
        report(failure, retry, new SimpleBooleanProperty(true));
    }

    /**
     * @param retry    does again what failed
     * @param possible whether that can be done now
     */
    public void report(Failure failure, Runnable retry, ObservableBooleanValue possible) {
        shown.set(new Shown(failure, retry, possible));
    }

    /** The failure is over: tried again, or seen. */
    public void clear(Failure failure) {
        if (shown.get() != null && shown.get().failure() == failure) {
            shown.set(null);
        }
    }

    /** Null while all is well. */
    public ReadOnlyObjectProperty<Shown> shownProperty() {
        return shown.getReadOnlyProperty();
    }
}
