package dev.biglittle.app.translate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.biglittle.app.Events;
import dev.biglittle.app.history.PastTranslation;
import dev.biglittle.app.marked.SentenceModel;
import dev.biglittle.decode.Statistics;
import dev.biglittle.translate.TranslationEvent;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TranslateViewModelTest extends ScriptedDesk {
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
    void anUnexpectedFailureIsSaidWithDetails() {
        loaded();
        engine.failure = new IllegalStateException("tensor of wrong shape");
        model.sourceProperty().set("Haus");
        model.translate();
        settle();
        assertThat(state()).isEqualTo(State.FAILED);
        assertThat(model.failureProperty().get().sentence()).contains("tensor of wrong shape").contains("Try again");
        assertThat(model.failureProperty().get().details()).contains("IllegalStateException");
        assertThat(model.idle().get()).as("the pair is there, and a race may start").isTrue();
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
}
