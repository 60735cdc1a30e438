package dev.biglittle.app.file;

import dev.biglittle.app.Messages;
import dev.biglittle.app.Numbers;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** A file that is translated in the background: how far it is, how long it takes yet, and how it ended. */
public final class FileTranslationViewModel {
    /** Before that, the time left is a guess. */
    private static final long FIRST_GUESS_NANOS = 2_000_000_000L;

    private final ExecutorService background;
    private final Executor window;
    private final LongSupplier clock;
    private final Consumer<Throwable> failed;
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper();
    /** Empty while there is nothing to tell. */
    private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper("");
    private FileTranslation translation;
    private Path target;
    private long startedAt;

    /**
     * @param background does the work, which waits for files and models; the caller shuts it down
     * @param window     runs tasks on the window's thread
     * @param clock      nanoseconds
     * @param failed     told of failures, on the window's thread
     */
    public FileTranslationViewModel(ExecutorService background, Executor window, LongSupplier clock,
                                    Consumer<Throwable> failed) {
        this.background = background;
        this.window = window;
        this.clock = clock;
        this.failed = failed;
    }

    /** Starts, unless another file is being translated. */
    void start(Path source, Path newTarget, FileTranslation.LineTranslator translator) {
        if (running.get()) {
            return;
        }
        target = newTarget;
        translation = new FileTranslation(source, target, translator);
        startedAt = clock.getAsLong();
        running.set(true);
        report(0);
        FileTranslation started = translation;
        background.execute(() -> run(started));
    }

    private void run(FileTranslation started) {
        try {
            boolean finished = started.run(share -> window.execute(() -> report(share)));
            window.execute(() -> ended(finished ? "background.done" : "background.cancelled"));
        } catch (RuntimeException | Error e) {
            // whatever it is, the window shows it
            window.execute(() -> {
                failed.accept(e);
                ended("background.failed");
            });
        }
    }

    private void report(double share) {
        if (!running.get()) {
            return;
        }
        progress.set(share);
        long spent = clock.getAsLong() - startedAt;
        String name = target.getFileName().toString();
        sentence.set(share <= 0 || spent < FIRST_GUESS_NANOS
                ? Messages.text("background.running", name, Numbers.share((int) Math.floor(100 * share), 100))
                : Messages.text("background.runningLeft", name, Numbers.share((int) Math.floor(100 * share), 100),
                        timeLeft(Math.round(spent * (1 - share) / share / 1e9))));
    }

    private static String timeLeft(long seconds) {
        if (seconds < 60) {
            return Messages.text("background.seconds", Numbers.count((int) Math.max(1, seconds)));
        }
        long minutes = (seconds + 30) / 60;
        return minutes < 60 ? Messages.text("background.minutes", Numbers.count((int) minutes))
                : Messages.text("background.hours", Numbers.count((int) (minutes / 60)),
                        Numbers.count((int) (minutes % 60)));
    }

    private void ended(String how) {
        running.set(false);
        Path partial = translation.partial();
        sentence.set(partial == null ? Messages.text(how, target.toString())
                : Messages.text(how + "Partly", target.toString(), partial.toString()));
    }

    /** Stops; what was translated stays in a file beside the target. */
    public void cancel() {
        if (translation != null) {
            translation.cancel();
        }
    }

    /** The sentence on how it ended was read. */
    public void dismiss() {
        if (!running.get()) {
            sentence.set("");
        }
    }

    public ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** The share of the file that is done, 0 to 1. */
    public ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** What to say of it; empty if nothing. */
    public ReadOnlyStringProperty sentenceProperty() {
        return sentence.getReadOnlyProperty();
    }
}
