package dev.biglittle.app.translate;

import dev.biglittle.app.share.ShareViewModel;
import dev.biglittle.recording.Recording;
import java.util.function.Consumer;

/** The translation screen, as recordings, pages and pictures see it. */
record ShareScreen(TranslateViewModel model, Consumer<Recording> whenOpened, Consumer<Throwable> whenFailed) implements ShareViewModel.Screen {
    @Override
    public Recording recording() {
        return model.shown().recording();
    }

    @Override
    public void show(Recording recording) {
        whenOpened.accept(recording);
    }

    @Override
    public void say(String sentence) {
        model.say(sentence);
    }

    @Override
    public void failed(Throwable failure) {
        whenFailed.accept(failure);
    }
}
