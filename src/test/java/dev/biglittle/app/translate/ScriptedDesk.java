package dev.biglittle.app.translate;

import dev.biglittle.app.Events;
import dev.biglittle.app.engine.TranslationEngine;
import dev.biglittle.app.engine.TranslationWorker;
import dev.biglittle.problem.Problem;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;

/**
 * The model behind the window, with models that play a script, a clock that
 * stands still, and the window's thread run by hand.
 */
abstract class ScriptedDesk {
    final ScriptedEngine engine = new ScriptedEngine();
    Problem loadFailure;
    /** Tasks for the window's thread; run by {@link #settle()}, so that a test can look in between. */
    final Queue<Runnable> window = new ArrayDeque<>();
    long now;
    final TranslationWorker worker = new TranslationWorker(this::load,
            new DirectExecutorService());
    final TranslateViewModel model = new TranslateViewModel(worker, window::add, () -> now);

    private TranslationEngine load(Consumer<String> name) {
        name.accept("German to English");
        if (loadFailure != null) {
            throw loadFailure;
        }
        return engine;
    }

    void settle() {
        while (!window.isEmpty()) {
            window.remove().run();
        }
    }

    void loaded() {
        engine.script = Events.house();
        model.load();
        settle();
    }

    State state() {
        return model.stateProperty().get();
    }

    String message() {
        return model.messageProperty().get();
    }

    void showSteps(int count) {
        for (int i = 0; i < count; i++) {
            model.shown().step();
            model.shown().frame(now);
        }
    }
}
