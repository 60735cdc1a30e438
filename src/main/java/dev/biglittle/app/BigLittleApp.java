package dev.biglittle.app;

import dev.biglittle.app.engine.PairEngine;
import dev.biglittle.app.engine.TranslationWorker;
import dev.biglittle.onnx.RuntimeSettings;
import dev.biglittle.problem.Problem;
import java.nio.file.Path;
import javafx.application.Application;
import javafx.stage.Stage;

/** Starts the window. */
public final class BigLittleApp extends Application {
    /** Set by {@link #open}: JavaFX makes the application object itself and passes strings only. */
    private static TranslationWorker worker;

    /**
     * Opens the window and returns when it is closed.
     *
     * @param pairOrNull the pair's folder; null for the one that came with the program
     * @throws Problem where no window can be shown
     */
    public static void open(Path pairOrNull, RuntimeSettings settings) {
        DisplayCheck.before(System.getProperty("os.name"), System.getProperty("glass.platform"), System.getenv());
        try (TranslationWorker owned = new TranslationWorker(PairEngine.loader(pairOrNull, settings))) {
            worker = owned;
            launch(BigLittleApp.class);
        } catch (RuntimeException e) {
            throw DisplayCheck.explain(e);
        }
    }

    @Override
    public void start(Stage stage) {
        new MainWindow(worker).show(stage);
    }
}
