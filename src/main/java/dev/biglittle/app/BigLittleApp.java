package dev.biglittle.app;

import dev.biglittle.app.engine.PairEngine;
import dev.biglittle.app.engine.TranslationWorker;
import dev.biglittle.app.settings.SettingsFile;
import dev.biglittle.app.settings.SettingsStore;
import dev.biglittle.folder.ProgramFolders;
import dev.biglittle.onnx.RuntimeSettings;
import dev.biglittle.problem.Problem;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Logger;
import javafx.application.Application;
import javafx.stage.Stage;

/** Starts the window. */
public final class BigLittleApp extends Application {
    /** Held, since a logger that nobody holds forgets its filter. */
    private static final Logger JAVAFX = Logger.getLogger("javafx");

    /** Set by {@link #open}: JavaFX makes the application object itself and passes strings only. */
    private static CompletableFuture<Start> prepared;

    /**
     * What the window needs from the start.
     *
     * @param recordingOrNull a recorded translation to show; null for none
     */
    private record Start(SettingsStore store, TranslationWorker worker, Path recordingOrNull) implements AutoCloseable {
        static Start prepare(Path pairOrNull, RuntimeSettings settingsOrNull, Path recordingOrNull) {
            SettingsStore store = new SettingsStore(new SettingsFile(ProgramFolders.here().configuration()));
            Messages.speak(store.get().appearance().language().locale());
            return new Start(store, new TranslationWorker(
                    PairEngine.loader(new StartChoice(store, pairOrNull, settingsOrNull))), recordingOrNull);
        }

        @Override
        public void close() {
            try (store; worker) {
                // the worker first
            }
        }
    }

    /**
     * Opens the window and returns when it is closed.
     *
     * @param pairOrNull      the pair's folder; null for the one in the settings
     * @param settingsOrNull  how models are run; null for what is in the settings
     * @param recordingOrNull a recorded translation to show; null for none
     * @throws Problem where no window can be shown
     */
    public static void open(Path pairOrNull, RuntimeSettings settingsOrNull, Path recordingOrNull) {
        // JavaFX warns of being on the class path, where it works all the same
        JAVAFX.setFilter(line -> !String.valueOf(line.getMessage()).contains("classes were loaded from"));
        DisplayCheck.before(System.getProperty("os.name"), System.getProperty("glass.platform"), System.getenv());
        // settings are read while JavaFX starts
        prepared = CompletableFuture.supplyAsync(() -> Start.prepare(pairOrNull, settingsOrNull, recordingOrNull));
        try {
            launch(BigLittleApp.class);
        } catch (RuntimeException e) {
            throw DisplayCheck.explain(e);
        } finally {
            prepared.thenAccept(Start::close).join();
        }
    }

    private MainWindow window;

    @Override
    public void start(Stage stage) {
        Start start = prepared.join();
        window = new MainWindow(start.worker, start.store, ProgramFolders.here().data());
        // what nobody caught is said where everything else is
        Thread.currentThread().setUncaughtExceptionHandler((thread, failure) -> window.failures().report(failure));
        Optional<StartReport> report = StartReport.ifAskedFor(System.getenv(), stage);
        window.show(stage);
        if (start.recordingOrNull != null) {
            window.desk().share().open(start.recordingOrNull);
        }
        report.ifPresent(asked -> asked.translate(window.model(), new FxThread()));
    }

    @Override
    public void stop() {
        window.close();
    }
}
