package dev.biglittle.app;

import dev.biglittle.app.translate.State;
import dev.biglittle.app.translate.TranslateViewModel;
import java.util.Map;
import java.util.Optional;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;

/**
 * Measures the start. With the environment variable {@value #VARIABLE} set to a text, the program prints when its window
 * was shown, when everything in it was drawn, when the pair was ready and when the text was translated (milliseconds
 * since 1970, so that whoever started it can subtract), and ends. The installer makes its cache of classes from such a run.
 */
final class StartReport {
    static final String VARIABLE = "BIGLITTLE_START_REPORT";

    private final String text;
    private final Stage stage;

    private StartReport(String text, Stage stage) {
        this.text = text;
        this.stage = stage;
        stage.addEventHandler(WindowEvent.WINDOW_SHOWN, event -> say("shown"));
    }

    /** To be called before the window is shown. */
    static Optional<StartReport> ifAskedFor(Map<String, String> environment, Stage stage) {
        return Optional.ofNullable(environment.get(VARIABLE)).filter(text -> !text.isBlank())
                .map(text -> new StartReport(text, stage));
    }

    /** To be called when the window has been shown. */
    void translate(TranslateViewModel model, FxThread thread) {
        thread.afterFrame(() -> say("drawn"));
        model.stateProperty().addListener((property, was, is) -> {
            if (is == State.READY) {
                say(was == State.LOADING ? "ready" : "translated");
            }
            if (is == State.FAILED || is == State.READY && was != State.LOADING) {
                say("closed");
                stage.close();
            }
        });
        model.sourceProperty().set(text);
        model.translate();
    }

    private static void say(String what) {
        System.out.println(what + " " + System.currentTimeMillis());
    }
}
