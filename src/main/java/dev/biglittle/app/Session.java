package dev.biglittle.app;

import dev.biglittle.app.engine.PairEngine;
import dev.biglittle.app.engine.TranslationWorker;
import dev.biglittle.app.settings.Language;
import dev.biglittle.app.settings.Settings;
import dev.biglittle.app.settings.SettingsFile;
import dev.biglittle.app.settings.SettingsStore;
import dev.biglittle.folder.ProgramFolders;
import dev.biglittle.signal.EndSignal;
import java.util.function.UnaryOperator;

/**
 * What one window stands on: the settings and the worker. Closes them in an orderly way even when the system asks the
 * process to end: were it to end while ONNX Runtime makes a session or runs one, it would crash.
 */
final class Session implements AutoCloseable {
    private final SettingsStore settings;
    private final TranslationWorker worker;
    private final EndSignal signal;
    private volatile Runnable closeWindow = () -> { };

    /** @param named which models are meant and how they are run, given what the settings say: theirs, but for what the user named */
    Session(UnaryOperator<Settings.Models> named) {
        // what is wrong with the settings is said before they can say in which language
        Messages.speak(Language.SYSTEM.locale());
        settings = new SettingsStore(new SettingsFile(ProgramFolders.here().configuration()));
        Messages.speak(settings.get().appearance().language().locale());
        settings.overrule(kept -> kept.with(named.apply(kept.models())));
        worker = new TranslationWorker(PairEngine.loader(() -> settings.get().models().engine()));
        signal = new EndSignal(code -> {
            closeWindow.run();
            end();
            // all is at rest; JavaFX's own hooks would fail, with a trace, where it has only just begun to start
            Runtime.getRuntime().halt(code);
        });
    }

    SettingsStore settings() {
        return settings;
    }

    TranslationWorker worker() {
        return worker;
    }

    /** @param close ends, from any thread, what the window does, where the process is asked to end */
    void setCloseWindow(Runnable close) {
        closeWindow = close;
    }

    private void end() {
        worker.close();
        settings.close();
    }

    /** Waits until models and settings are at rest. The window is closed before. */
    @Override
    public void close() {
        end();
        signal.close();
    }
}
