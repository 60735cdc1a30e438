package dev.biglittle.app.file;

import java.io.IOException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Reads and writes files while the window stays alive. Called on the window's thread, as is what it is given to tell. */
public final class FileWork {
    private final Executor background;
    private final Executor window;
    private final Consumer<Throwable> failed;
    /** How often the screen was to show something else. */
    private int asked;

    /** Work that waits for files. */
    @FunctionalInterface
    public interface Work<T> {
        T run() throws IOException;
    }

    /**
     * @param background may wait for files
     * @param window     runs tasks on the window's thread
     * @param failed     told what goes wrong, whatever it is
     */
    public FileWork(Executor background, Executor window, Consumer<Throwable> failed) {
        this.background = background;
        this.window = window;
        this.failed = failed;
    }

    /** Reads what the screen is to show. What was asked for last is shown, however long an earlier one takes to read. */
    public <T> void show(Work<T> read, Consumer<T> show) {
        int mine = ++asked;
        run(read, result -> {
            if (mine == asked) {
                show.accept(result);
            }
        });
    }

    /** The screen shows something that is no file: what is being read comes too late. */
    public void showNone() {
        asked++;
    }

    /** @param done told how it ended, unless it failed */
    public <T> void run(Work<T> work, Consumer<T> done) {
        background.execute(() -> {
            try {
                T result = work.run();
                window.execute(() -> done.accept(result));
            } catch (IOException | RuntimeException | Error e) {
                window.execute(() -> failed.accept(e));
            }
        });
    }
}
