package dev.biglittle.app;

import dev.biglittle.app.translate.TranslateViewModel;
import dev.biglittle.recording.Recording;

/**
 * What stays on the screen when the window is made anew.
 *
 * @param shown the translation with all its steps; null if there is none that is finished
 */
record KeptScreen(String source, Recording.Settings thresholds, Recording shown) {
    static KeptScreen of(TranslateViewModel model) {
        return new KeptScreen(model.sourceProperty().get(), model.thresholds().settings().get(),
                model.shown().replayableProperty().get() ? model.shown().recording() : null);
    }

    void putOn(TranslateViewModel model) {
        if (shown != null) {
            model.show(shown);
        }
        model.thresholds().apply(thresholds);
        model.sourceProperty().set(source);
    }
}
