package dev.biglittle.app.translate;

import dev.biglittle.app.engine.PairInfo;
import dev.biglittle.app.engine.TranslationWorker;
import dev.biglittle.recording.Recording;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/** Loads the pair in the background and says so; remembers whether a translation waits for it. */
final class PairLoading {
    private final TranslationWorker worker;
    private final Executor window;
    private final StatusViewModel status;
    private final MessageLine message;
    /** The load that counts; what an earlier one answers late is of a pair that is closed by then. */
    private int load;
    private final ReadOnlyBooleanWrapper ready = new ReadOnlyBooleanWrapper();
    private boolean failed;
    private boolean translationWaits;
    private Recording.MadeWith present;

    PairLoading(TranslationWorker worker, Executor window, StatusViewModel status, MessageLine message) {
        this.worker = worker;
        this.window = window;
        this.status = status;
        this.message = message;
    }

    /** Both are told on the window's thread. */
    void start(Consumer<PairInfo> whenLoaded, Consumer<Throwable> whenFailed) {
        int mine = ++load;
        ready.set(false);
        failed = false;
        say();
        worker.load(name -> ifMine(mine, () -> named(name)), pair -> ifMine(mine, () -> {
            ready.set(true);
            present = pair.madeWith();
            status.loaded(pair);
            whenLoaded.accept(pair);
        }), cause -> ifMine(mine, () -> {
            failed = true;
            status.unloaded();
            whenFailed.accept(cause);
        }));
    }

    private void ifMine(int mine, Runnable then) {
        window.execute(() -> {
            if (mine == load) {
                then.run();
            }
        });
    }

    private void named(String name) {
        status.named(name);
        say();
    }

    /** Says that the pair is being loaded. */
    void say() {
        message.loading(status.pairProperty().get(), translationWaits);
    }

    /** Whether the pair is there. */
    boolean isReady() {
        return ready.get();
    }

    /** The same, to be observed. */
    ReadOnlyBooleanProperty readyProperty() {
        return ready.getReadOnlyProperty();
    }

    /** Whether it could not be loaded; then nothing comes unless it is loaded again. */
    boolean hasFailed() {
        return failed;
    }

    void setTranslationWaits(boolean waits) {
        translationWaits = waits;
    }

    /** Whether a text is to be translated as soon as the pair is there. */
    boolean translationWaits() {
        return translationWaits;
    }

    /** What translates now; null until a pair was loaded. */
    Recording.MadeWith present() {
        return present;
    }
}
