package dev.biglittle.app.translate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.biglittle.app.Events;
import dev.biglittle.app.Messages;
import dev.biglittle.app.engine.TranslationEngine;
import dev.biglittle.app.engine.TranslationWorker;
import dev.biglittle.app.history.PastTranslation;
import dev.biglittle.app.marked.SentenceModel;
import dev.biglittle.decode.Mode;
import dev.biglittle.decode.Policy;
import dev.biglittle.decode.Statistics;
import dev.biglittle.problem.Problem;
import dev.biglittle.recording.Recording;
import dev.biglittle.translate.TranslationEvent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class TranslateViewModelTest {
    private final ScriptedEngine engine = new ScriptedEngine();
    private Problem loadFailure;
    /** Tasks for the window's thread; run by {@link #settle()}, so that a test can look in between. */
    private final Queue<Runnable> window = new ArrayDeque<>();
    private long now;
    private final TranslationWorker worker = new TranslationWorker(this::load,
            new DirectExecutorService());
    private final TranslateViewModel model = new TranslateViewModel(worker, window::add, () -> now);

    private TranslationEngine load(Consumer<String> name) {
        name.accept("German to English");
        if (loadFailure != null) {
            throw loadFailure;
        }
        return engine;
    }

    private void settle() {
        while (!window.isEmpty()) {
            window.remove().run();
        }
    }

    private void loaded() {
        engine.script = Events.house();
        model.load();
        settle();
    }

    private State state() {
        return model.stateProperty().get();
    }

    private String message() {
        return model.messageProperty().get();
    }

    @Test
    void namesThePairWhileItLoads() {
        model.load();
        assertThat(state()).isEqualTo(State.LOADING);
        assertThat(message()).isEqualTo("Loading the pair …");
        window.remove().run();
        assertThat(message()).isEqualTo("Loading the pair German to English …");
        settle();
        assertThat(state()).isEqualTo(State.READY);
        assertThat(model.status().providerProperty().get()).isEqualTo("CPU");
        assertThat(model.status().threadsProperty().get()).isEqualTo("2 threads");
        assertThat(model.status().sourceLanguageProperty().get()).isEqualTo("German");
        assertThat(model.thresholds().policy()).as("the pair's start").isEqualTo(Policy.bigLittle(0.4, 3, 8));
    }

    @Test
    void translatesAndTellsTheFigures() {
        loaded();
        model.sourceProperty().set("Ein großes Haus");
        model.translate();
        assertThat(state()).isEqualTo(State.TRANSLATING);
        assertThat(model.shown().animatedProperty().get()).isTrue();
        settle();
        assertThat(state()).as("models done, nothing shown yet").isEqualTo(State.PLAYING);
        model.shown().frame(now);
        assertThat(state()).isEqualTo(State.READY);
        assertThat(model.translation().text()).isEqualTo("A big house");
        assertThat(message()).isEqualTo("Done: 3 tokens. Small steps: 4, large passes: 2, rollbacks: 1.");
        assertThat(model.status().timeProperty().get()).isEqualTo("2.00 s");
        assertThat(model.status().speedProperty().get()).isEqualTo("2 tokens/s");
        assertThat(model.shown().animatedProperty().get()).as("a ghost is in sight").isTrue();
        now += SentenceModel.GHOST_NANOS;
        model.shown().frame(now);
        assertThat(model.shown().animatedProperty().get()).isFalse();
    }

    @Test
    void blankTextIsSaidToBeNothing() {
        loaded();
        model.sourceProperty().set(" \n --- \ud83d\ude00");
        model.translate();
        assertThat(state()).isEqualTo(State.READY);
        assertThat(message()).isEqualTo("There is nothing to translate: type or paste a text on the left.");
        assertThat(engine.texts).isEmpty();
    }

    @Test
    void translateDuringLoadingWaitsForThePair() {
        model.sourceProperty().set("Haus");
        engine.script = Events.house();
        model.load();
        window.remove().run();
        model.translate();
        assertThat(message()).isEqualTo(
                "Loading the pair German to English … The text is translated as soon as it is there.");
        settle();
        assertThat(engine.texts).containsExactly("Haus");
    }

    @Test
    void aPairThatCannotBeLoadedIsSaidAndTriedAgain() {
        loadFailure = new Problem("There is no model pair in pairs.");
        model.load();
        settle();
        assertThat(state()).isEqualTo(State.FAILED);
        assertThat(model.failureProperty().get().sentence()).isEqualTo("There is no model pair in pairs.");
        assertThat(model.failureProperty().get().details()).contains("Problem");
        loadFailure = null;
        model.retry();
        settle();
        assertThat(state()).isEqualTo(State.READY);
        assertThat(model.failureProperty().get()).isNull();
    }

    @Test
    void anUnexpectedFailureIsSaidWithDetails() {
        loaded();
        engine.failure = new IllegalStateException("tensor of wrong shape");
        model.sourceProperty().set("Haus");
        model.translate();
        settle();
        assertThat(state()).isEqualTo(State.FAILED);
        assertThat(model.failureProperty().get().sentence()).contains("tensor of wrong shape").contains("Try again");
        assertThat(model.failureProperty().get().details()).contains("IllegalStateException");
        engine.failure = null;
        model.retry();
        settle();
        model.shown().frame(now);
        assertThat(state()).isEqualTo(State.READY);
        assertThat(model.translation().text()).isEqualTo("A big house");
    }

    @Test
    void cancelKeepsWhatWasShown() {
        loaded();
        model.shown().player().paceProperty().set(Pace.STEP);
        model.sourceProperty().set("Haus");
        model.translate();
        showSteps(3);
        model.cancel();
        settle();
        assertThat(state()).isEqualTo(State.CANCELLED);
        assertThat(message()).isEqualTo("Cancelled. What was written so far stays.");
        model.shown().frame(now);
        assertThat(model.translation().text()).isEqualTo("A tall");
        assertThat(model.shown().animatedProperty().get()).isFalse();
    }

    @Test
    void cancelShowsTheRestOfWhatTheModelsAreDoneWith() {
        loaded();
        List<PastTranslation> done = new ArrayList<>();
        model.shown().setOnDone((past, unasked) -> done.add(past));
        model.shown().player().paceProperty().set(Pace.STEP);
        model.sourceProperty().set("Haus");
        model.translate();
        settle();
        assertThat(done).as("before the last step is shown, which may never be").extracting(PastTranslation::translation)
                .containsExactly("A big house");
        for (int i = 0; i < 2; i++) {
            showSteps(3);
            assertThat(model.translation().text()).isEqualTo("A tall");
            model.cancel();
            model.shown().frame(now);
            assertThat(state()).isEqualTo(State.READY);
            assertThat(model.translation().text()).isEqualTo("A big house");
            assertThat(message()).startsWith("Done: 3 tokens.");
            model.shown().replay();
        }
        assertThat(done).hasSize(1);
        model.shown().frame(now);
        assertThat(model.translation().text()).as("played again it waits for each step").isEmpty();
    }

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
    void cancelBeforeTheModelsAreDoneIgnoresTheirResult() {
        loaded();
        model.sourceProperty().set("Haus");
        model.translate();
        model.cancel();
        settle();
        assertThat(state()).isEqualTo(State.CANCELLED);
    }

    @Test
    void aTranslationThatOthersCutShortIsCancelledAndNotDone() {
        loaded();
        List<PastTranslation> done = new ArrayList<>();
        model.shown().setOnDone((past, unasked) -> done.add(past));
        List<TranslationEvent> cut = new ArrayList<>(Events.house().subList(0, 6));
        cut.add(new TranslationEvent.Finished(true, "", Statistics.NONE));
        engine.script = cut;
        model.sourceProperty().set("Ein großes Haus");
        model.translate();
        settle();
        model.shown().frame(now);
        assertThat(state()).isEqualTo(State.CANCELLED);
        assertThat(message()).isEqualTo("Cancelled. What was written so far stays.");
        assertThat(model.shown().replayableProperty().get()).isFalse();
        assertThat(done).isEmpty();
    }

    @Test
    void stepByStepTellsEachStepAndLetsTheGhostGoWithTheNext() {
        loaded();
        model.shown().player().paceProperty().set(Pace.STEP);
        model.sourceProperty().set("Haus");
        model.translate();
        settle();
        model.shown().frame(now);
        assertThat(message()).isEqualTo("Press Step (F10) to see each step of the models.");
        List<String> told = new ArrayList<>();
        while (state() == State.PLAYING) {
            showSteps(1);
            told.add(message());
            if (message().contains("takes back")) {
                now += 10 * SentenceModel.GHOST_NANOS;
                model.shown().frame(now);
                assertThat(model.translation().hasGhosts()).as("however long one looks at it").isTrue();
            }
        }
        assertThat(told).hasSize(9);
        assertThat(told.get(0)).contains("it asks the large model");
        assertThat(model.translation().hasGhosts()).isFalse();
    }

    private void showSteps(int count) {
        for (int i = 0; i < count; i++) {
            model.shown().step();
            model.shown().frame(now);
        }
    }

    @Test
    void textTypedDuringTranslationWaitsForTheNext() {
        loaded();
        model.sourceProperty().set("Haus");
        model.translate();
        model.sourceProperty().set("Haus und Hof");
        assertThat(model.outdated().get()).as("busy").isFalse();
        settle();
        model.shown().frame(now);
        assertThat(engine.texts).containsExactly("Haus");
        assertThat(model.translation().text()).isEqualTo("A big house");
        assertThat(model.outdated().get()).isTrue();
        model.sourceProperty().set("Haus");
        assertThat(model.outdated().get()).isFalse();
        model.thresholds().fallbackProperty().set(0.1);
        assertThat(model.outdated().get()).isTrue();
    }

    @Test
    void theNewestTextWins() {
        loaded();
        model.sourceProperty().set("Haus");
        model.translate();
        model.sourceProperty().set("Hof");
        model.translate();
        settle();
        model.shown().frame(now);
        assertThat(engine.texts).containsExactly("Haus", "Hof");
        assertThat(model.translation().text()).as("shown once").isEqualTo("A big house");
        assertThat(state()).isEqualTo(State.READY);
    }

    private static Recording recording() {
        return new Recording(new Recording.MadeWith("", "A pair", "de", "en", "CPU", 1), "Haus",
                new Recording.Settings(Mode.BIG_LITTLE, 0.35, 1, 5), Events.house());
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
    void thresholdsThatWereMovedWhileThePairLoadedStay() {
        model.load();
        model.thresholds().modeProperty().set(Mode.SPECULATIVE);
        model.thresholds().fallbackProperty().set(0.7);
        settle();
        assertThat(model.thresholds().fallbackProperty().get()).isEqualTo(0.7);
        assertThat(model.thresholds().presetsProperty().get()).containsKey("balanced");
    }

    @Test
    void whatIsBeingWrittenIsWrittenByThePairThatIsLoadedAnew() {
        loaded();
        model.sourceProperty().set("Haus");
        model.translate();
        model.loadAnew();
        assertThat(state()).isEqualTo(State.LOADING);
        settle();
        model.shown().frame(now);
        assertThat(engine.texts).containsExactly("Haus", "Haus");
        assertThat(model.translation().text()).isEqualTo("A big house");
        assertThat(state()).isEqualTo(State.READY);
        model.loadAnew();
        settle();
        assertThat(engine.texts).as("it was finished").hasSize(2);
    }

    @Test
    void aLoadThatAnotherTookThePlaceOfAnswersForNothing() {
        model.sourceProperty().set("Haus");
        engine.script = Events.house();
        model.load();
        loadFailure = new Problem("There is no model pair in pairs.");
        model.loadAnew();
        settle();
        assertThat(state()).isEqualTo(State.FAILED);
        model.translate();
        settle();
        assertThat(model.failureProperty().get().sentence()).as("nothing was asked of a pair that is gone")
                .isEqualTo("There is no model pair in pairs.");
        model.load();
        loadFailure = null;
        model.loadAnew();
        settle();
        assertThat(engine.texts).containsExactly("Haus");
        assertThat(model.failureProperty().get()).isNull();
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
    void closingTheWorkerClosesTheEngine() {
        loaded();
        worker.close();
        assertThat(engine.closed).isTrue();
    }
}
