package dev.biglittle.app.translate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.biglittle.app.Events;
import dev.biglittle.app.Messages;
import dev.biglittle.app.history.PastTranslation;
import dev.biglittle.decode.Mode;
import dev.biglittle.decode.Policy;
import dev.biglittle.problem.Problem;
import dev.biglittle.recording.Recording;
import org.junit.jupiter.api.Test;

class ShownRecordingTest extends ScriptedDesk {
    @Test
    void aRecordingThatIsPlayedAgainEndsWithItsFigures() {
        openedWhileLoading();
        assertThat(message()).isEqualTo("house.biglittle is shown.");
        model.shown().replay();
        assertThat(message()).startsWith("Translating");
        now += 10_000_000_000L;
        model.shown().frame(now);
        now += 10_000_000_000L;
        model.shown().frame(now);
        assertThat(message()).startsWith("Done: 3 tokens.");
    }

    @Test
    void aRecordingWhosePaceWasChangedEndsWithItsFigures() {
        loaded();
        model.shown().player().paceProperty().set(Pace.STEP);
        model.show(recording());
        model.say("house.biglittle is shown.");
        showSteps(3);
        model.shown().player().paceProperty().set(Pace.FULL);
        assertThat(message()).startsWith("Translating");
        model.shown().frame(now);
        assertThat(message()).startsWith("Done: 3 tokens.");
    }

    @Test
    void aRecordingAndAPairThatCannotBeLoadedLeaveEachOtherAlone() {
        loaded();
        model.shown().player().paceProperty().set(Pace.STEP);
        model.show(recording());
        showSteps(3);
        loadFailure = new Problem("There is no model pair in pairs.");
        model.loadAnew();
        settle();
        assertThat(model.failureProperty().get().sentence()).startsWith("There is no model pair");
        showSteps(20);
        assertThat(model.translation().text()).isEqualTo("A big house");
        model.show(recording());
        assertThat(model.failureProperty().get()).as("there is still no pair").isNotNull();
        model.sourceProperty().set("Hof");
        model.update();
        assertThat(message()).isEqualTo(Messages.text("message.failed"));
    }

    @Test
    void aTextThatWasPromisedComesThoughARecordingIsShown() {
        openedWhileLoading();
        model.sourceProperty().set("Haus und Hof");
        model.translate();
        settle();
        assertThat(engine.texts).containsExactly("Haus und Hof");
        assertThat(engine.policies).as("under the recording's thresholds").containsExactly(Policy.bigLittle(0.35, 1, 5));
    }

    @Test
    void aRecordingTakesThePlaceOfATextThatWaits() {
        model.sourceProperty().set("Hof");
        model.load();
        model.translate();
        model.show(recording());
        settle();
        assertThat(engine.texts).isEmpty();
        assertThat(model.sourceProperty().get()).isEqualTo("Haus");
    }

    @Test
    void aRecordingIsClearedBeforeThePairIsThere() {
        openedWhileLoading();
        model.sourceProperty().set("");
        model.update();
        model.shown().frame(now);
        assertThat(model.translation().text()).isEmpty();
        assertThat(state()).isEqualTo(State.LOADING);
        settle();
        assertThat(state()).isEqualTo(State.READY);
        assertThat(message()).startsWith("Ready.");
    }

    @Test
    void translateLoadsAPairThatFailedThoughARecordingIsShown() {
        loadFailure = new Problem("There is no model pair in pairs.");
        openedWhileLoading();
        settle();
        model.show(recording());
        model.shown().frame(now);
        assertThat(state()).isEqualTo(State.READY);
        assertThat(model.idle().get()).as("without models").isFalse();
        loadFailure = null;
        model.sourceProperty().set("Haus und Hof");
        model.translate();
        settle();
        assertThat(engine.texts).containsExactly("Haus und Hof");
        assertThat(model.idle().get()).isTrue();
    }

    @Test
    void aRecordingIsPlayedOnWhenThePairIsLoadedAnew() {
        loaded();
        model.shown().player().paceProperty().set(Pace.STEP);
        model.show(recording());
        showSteps(3);
        model.loadAnew();
        settle();
        assertThat(state()).isEqualTo(State.PLAYING);
        showSteps(20);
        assertThat(model.translation().text()).isEqualTo("A big house");
        assertThat(engine.texts).isEmpty();
    }

    @Test
    void whatIsBroughtBackNamesWhatTranslatedItThen() {
        loaded();
        model.bringBack(new PastTranslation(Events.MADE_WITH, "Ein großes Haus", "A big house",
                Policy.bigLittle(0.35, 1, 5), Events.house()));
        model.shown().frame(now);
        assertThat(model.shown().recording().madeWith()).isEqualTo(Events.MADE_WITH);
    }

    @Test
    void theTitlesNameTheLanguagesOfWhatIsShown() {
        loaded();
        model.show(new Recording(new Recording.MadeWith("", "French to Spanish", "fr", "es", "CPU", 1), "Maison",
                new Recording.Settings(Mode.BIG_LITTLE, 0.35, 1, 5), Events.house()));
        assertThat(titles()).isEqualTo("French, Spanish");
        model.sourceProperty().set("Haus");
        model.update();
        settle();
        assertThat(titles()).as("the pair's").isEqualTo("German, English");
        model.bringBack(new PastTranslation(new Recording.MadeWith("", "A pair", "und", "und", "?", 0), "Haus", "House",
                Policy.largeAlone(), Events.house()));
        assertThat(titles()).as("kept by an earlier version").isEqualTo("Source, Translation");
        model.sourceProperty().set("");
        model.update();
        assertThat(titles()).isEqualTo("German, English");
    }

    private String titles() {
        return model.status().sourceLanguageProperty().get() + ", " + model.status().targetLanguageProperty().get();
    }

    /** Opens a recording while the pair is on its way, and plays it to its end. */
    private void openedWhileLoading() {
        engine.script = Events.house();
        model.load();
        model.show(recording());
        model.say("house.biglittle is shown.");
        model.shown().frame(now);
        assertThat(model.translation().text()).isEqualTo("A big house");
    }

    private static Recording recording() {
        return new Recording(new Recording.MadeWith("", "A pair", "de", "en", "CPU", 1), "Haus",
                new Recording.Settings(Mode.BIG_LITTLE, 0.35, 1, 5), Events.house());
    }
}
