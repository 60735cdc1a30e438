package dev.biglittle.app;

import dev.biglittle.app.settings.Settings;
import dev.biglittle.folder.ProgramFolders;
import dev.biglittle.onnx.RuntimeSettings;
import dev.biglittle.problem.Problem;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import java.util.logging.Logger;
import javafx.application.Application;
import javafx.stage.Stage;

/** Starts the window. */
public final class BigLittleApp extends Application {
    /** Held, since a logger that nobody holds forgets its filter. */
    private static final Logger JAVAFX = Logger.getLogger("javafx");

    /** Set by {@link #open}: JavaFX makes the application object itself and passes strings only. */
    private static CompletableFuture<Session> session;
    /** What to show at the start; null for nothing. */
    private static Path recording;

    private final FxThread thread = new FxThread();
    private MainWindow window;

    /**
     * Opens the window and returns when it is closed.
     *
     * @param pairOrNull      the pair's folder; null for the one in the settings
     * @param runtime         how models are run, given how the settings say that they are
     * @param recordingOrNull a recorded translation to show; null for none
     * @throws Problem where no window can be shown
     */
    public static void open(Path pairOrNull, UnaryOperator<RuntimeSettings> runtime, Path recordingOrNull) {
        // JavaFX warns of being on the class path, where it works all the same
        JAVAFX.setFilter(line -> !String.valueOf(line.getMessage()).contains("classes were loaded from"));
        DisplayCheck.before(System.getProperty("os.name"), System.getProperty("glass.platform"), System.getenv());
        // settings are read while JavaFX starts
        session = CompletableFuture.supplyAsync(() -> new Session(kept -> kept.overruledBy(pairOrNull, runtime)));
        recording = recordingOrNull;
        try {
            launch(BigLittleApp.class);
        } catch (RuntimeException e) {
            throw DisplayCheck.explain(e);
        } finally {
            session.thenAccept(Session::close).join();
        }
    }

    @Override
    public void start(Stage stage) {
        Optional<StartReport> report = StartReport.ifAskedFor(System.getenv(), stage);
        open(stage);
        if (recording != null) {
            window.desk().share().open(recording);
        }
        report.ifPresent(asked -> asked.translate(window.model(), thread));
    }

    private void open(Stage stage) {
        Session present = session.join();
        window = new MainWindow(present.worker(), present.settings(), ProgramFolders.here().data());
        present.setCloseWindow(window::closeAtOnce);
        window.setRestart(() -> restart(stage));
        // what nobody caught is said where everything else is
        Thread.currentThread().setUncaughtExceptionHandler((where, failure) -> window.failures().report(failure));
        window.show(stage);
    }

    /** Makes everything anew, so that it speaks the language that was chosen. Text and translation stay. */
    private void restart(Stage stage) {
        KeptScreen kept = KeptScreen.of(window.model());
        Session old = session.join();
        Settings.Models models = old.settings().get().models();
        thread.goOnWithoutWindow(true);
        stage.close();
        window.close();
        // waits for the models
        new Thread(() -> {
            old.close();
            thread.execute(() -> {
                session = CompletableFuture.completedFuture(new Session(written -> models));
                open(new Stage());
                thread.goOnWithoutWindow(false);
                kept.putOn(window.model());
            });
        }, "restart").start();
    }

    @Override
    public void stop() {
        window.close();
    }
}
