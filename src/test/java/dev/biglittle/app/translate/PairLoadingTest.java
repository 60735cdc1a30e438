package dev.biglittle.app.translate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.biglittle.app.Events;
import dev.biglittle.decode.Mode;
import dev.biglittle.decode.Policy;
import dev.biglittle.problem.Problem;
import org.junit.jupiter.api.Test;

class PairLoadingTest extends ScriptedDesk {
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
    void whatWasTrueOfAPairIsNotSaidOfOneThatIsRefused() {
        loaded();
        loadFailure = new Problem("The pair's decoder is damaged.");
        model.loadAnew();
        settle();
        assertThat(model.status().providerProperty().get()).isEmpty();
        assertThat(model.status().threadsProperty().get()).isEmpty();
        assertThat(model.status().sourceLanguageProperty().get()).isEqualTo("Source");
        assertThat(model.status().targetLanguageProperty().get()).isEqualTo("Translation");
        loadFailure = null;
        model.retry();
        settle();
        assertThat(model.status().sourceLanguageProperty().get()).isEqualTo("German");
    }

    @Test
    void closingTheWorkerClosesTheEngine() {
        loaded();
        worker.close();
        assertThat(engine.closed).isTrue();
    }
}
