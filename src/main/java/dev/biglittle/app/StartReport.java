package dev.biglittle.app;

import dev.biglittle.app.translate.State;
import dev.biglittle.app.translate.TranslateViewModel;
import java.util.Map;
import javafx.stage.Stage;

/**
 * Measures the start. With the environment variable {@value #VARIABLE} set to a text, the program prints when its window
 * was shown, when the pair was ready and when the text was translated (milliseconds since 1970, so that whoever started
 * it can subtract), and ends. The installer makes its cache of classes from such a run.
 */
final class StartReport {
    static final String VARIABLE = "BIGLITTLE_START_REPORT";

    private StartReport() {
    }

    /** Call right after the window is shown. */
    static void ifAskedFor(Map<String, String> environment, TranslateViewModel model, Stage stage) {
        String text = environment.getOrDefault(VARIABLE, "");
        if (text.isBlank()) {
            return;
        }
        say("shown");
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
