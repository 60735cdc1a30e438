package dev.biglittle.app;

import dev.biglittle.app.engine.PairEngine;
import dev.biglittle.app.engine.TranslationWorker;
import dev.biglittle.app.settings.SettingsFile;
import dev.biglittle.app.settings.SettingsStore;
import dev.biglittle.app.translate.State;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/** The window on a real pair, drawn into memory, for the tests that extend this. */
abstract class RealWindow extends ApplicationTest {
    @TempDir
    Path configuration;
    private TranslationWorker worker;
    private SettingsStore settings;
    MainWindow window;
    Stage stage;

    /** The pair's folder; null for the embedded one. */
    Path pair() {
        return null;
    }

    @Override
    public void start(Stage shown) {
        stage = shown;
        settings = new SettingsStore(new SettingsFile(configuration));
        settings.overrule(kept -> kept.with(kept.models().overruledBy(pair(), runtime -> runtime)));
        worker = new TranslationWorker(PairEngine.loader(() -> settings.get().models().engine()));
        window = new MainWindow(worker, settings, configuration.resolve("data"));
        window.show(shown);
    }

    @AfterEach
    void close() {
        interact(() -> {
            window.close();
            stage.close();
        });
        worker.close();
        settings.close();
    }

    void waitFor(State state) throws TimeoutException {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> window.model().stateProperty().get() == state);
        WaitForAsyncUtils.waitForFxEvents();
    }
}
