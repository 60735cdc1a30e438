package dev.biglittle.app;

import java.util.concurrent.Executor;
import java.util.function.LongConsumer;
import javafx.animation.AnimationTimer;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.beans.value.ObservableBooleanValue;
import javafx.util.Duration;

/** The only class that knows which thread JavaFX wants, and when it draws. */
public final class FxThread implements Executor, Later {
    /** Runs the task on the JavaFX thread: at once if this is it, else soon. */
    @Override
    public void execute(Runnable task) {
        if (Platform.isFxApplicationThread()) {
            task.run();
        } else {
            Platform.runLater(task);
        }
    }

    /** To be called on the JavaFX thread. */
    @Override
    public Runnable after(long nanos, Runnable task) {
        PauseTransition pause = new PauseTransition(Duration.millis(nanos / 1e6));
        pause.setOnFinished(event -> task.run());
        pause.play();
        return pause::stop;
    }

    /** @param goOn whether the program goes on while no window is shown; else it ends with the last one */
    void goOnWithoutWindow(boolean goOn) {
        Platform.setImplicitExit(!goOn);
    }

    /**
     * Calls {@code frame} before every picture that is drawn while {@code active} holds.
     *
     * @param frame takes the time in nanoseconds, as {@link System#nanoTime()}
     */
    public void everyFrame(ObservableBooleanValue active, LongConsumer frame) {
        AnimationTimer timer = new AnimationTimer() {
            @Override
            public void handle(long now) {
                frame.accept(System.nanoTime());
            }
        };
        active.addListener((property, was, is) -> {
            if (is) {
                timer.start();
            } else {
                timer.stop();
            }
        });
        if (active.get()) {
            timer.start();
        }
    }

    /** Runs the task when the next picture has been drawn, with all that was changed until now. */
    public void afterFrame(Runnable task) {
        new AnimationTimer() {
            private boolean drawn;

            @Override
            public void handle(long now) {
                if (drawn) {
                    stop();
                    task.run();
                }
                // this call comes before a picture, the next one after it
                drawn = true;
            }
        }.start();
    }
}
