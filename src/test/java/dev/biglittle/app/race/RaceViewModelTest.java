package dev.biglittle.app.race;

import static org.assertj.core.api.Assertions.assertThat;

import dev.biglittle.app.Events;
import dev.biglittle.app.Failure;
import dev.biglittle.app.engine.TranslationWorker;
import dev.biglittle.app.translate.DirectExecutorService;
import dev.biglittle.app.translate.ScriptedEngine;
import dev.biglittle.decode.Policy;
import dev.biglittle.decode.Statistics;
import dev.biglittle.translate.TranslationEvent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RaceViewModelTest {
    private static final Policy BOTH = Policy.bigLittle(0.5, 3, 10);
    private static final long SECOND = 1_000_000_000L;

    private final ScriptedEngine engine = new ScriptedEngine();
    private final Queue<Runnable> window = new ArrayDeque<>();
    private final TranslationWorker worker = new TranslationWorker(name -> engine, new DirectExecutorService());
    private final RaceViewModel model = new RaceViewModel(worker, window::add);
    private final List<Double> speedUps = new ArrayList<>();
    private final List<Failure> failures = new ArrayList<>();

    @BeforeEach
    void load() {
        worker.load(name -> { }, pair -> { }, cause -> { });
        model.setOnMeasured((policy, speedUp) -> {
            assertThat(policy).isEqualTo(BOTH);
            speedUps.add(speedUp);
        });
        model.setOnFailed(failures::add);
    }

    /** The large model alone writes two words in 2 s, both models in {@code bothNanos}. */
    private void scripted(long bothNanos) {
        engine.scripts = policy -> policy.equals(BOTH) ? twoWords(bothNanos) : twoWords(2 * SECOND);
    }

    private static List<TranslationEvent> twoWords(long nanos) {
        return List.of(Events.planned(1), Events.sentence(0, "", 0), Events.draftedAt(0, "Good", 0, nanos / 2),
                Events.draftedAt(1, " day", nanos / 2, nanos / 2), new TranslationEvent.Finished(false, "",
                        new Statistics(3, 2, 2, 0, 0, 0, 0, 0, nanos, 0, 0, 0)));
    }

    private void settle() {
        while (!window.isEmpty()) {
            window.remove().run();
        }
    }

    @Test
    void anotherPairsRaceIsNoLongerShown() {
        scripted(SECOND);
        model.pairLoaded("German to English");
        model.start("Guten Tag", BOTH);
        settle();
        model.pairLoaded("German to English");
        assertThat(model.stateProperty().get()).as("the same pair again").isEqualTo(RaceViewModel.State.PLAYING);
        model.pairLoaded("French to Spanish");
        assertThat(model.stateProperty().get()).isEqualTo(RaceViewModel.State.READY);
        assertThat(model.animatedProperty().get()).isFalse();
        model.replay();
        assertThat(model.stateProperty().get()).as("nothing to play").isEqualTo(RaceViewModel.State.READY);
    }

    private String message() {
        return model.messageProperty().get().replace('\u00a0', ' ');
    }

    @Test
    void oneRunsAfterTheOtherAndThenTheyArePlayedTogether() {
        scripted(SECOND);
        model.start("Guten Tag", BOTH);
        assertThat(model.stateProperty().get()).isEqualTo(RaceViewModel.State.RUNNING);
        settle();
        assertThat(engine.policies).as("both warm up first").containsExactly(Policy.largeAlone(), BOTH,
                Policy.largeAlone(), BOTH);
        assertThat(model.stateProperty().get()).isEqualTo(RaceViewModel.State.PLAYING);
        model.frame(0);
        model.frame(SECOND / 2);
        assertThat(model.both().text().text()).isEqualTo("Good");
        assertThat(model.large().text().text()).isEmpty();
        model.frame(SECOND);
        assertThat(model.both().text().text()).isEqualTo("Good day");
        assertThat(model.large().text().text()).isEqualTo("Good");
        model.frame(3 * SECOND / 2);
        assertThat(model.both().clockProperty().get()).as("its clock stands").isEqualTo(SECOND);
        assertThat(model.large().clockProperty().get()).isEqualTo(3 * SECOND / 2);
        model.frame(2 * SECOND);
        assertThat(model.stateProperty().get()).isEqualTo(RaceViewModel.State.DONE);
        assertThat(message()).isEqualTo("Both models together were 2.00 times as fast as the large model alone:"
                + " 1.00 s against 2.00 s. They wrote the same text.");
        assertThat(speedUps).containsExactly(2.0);
        assertThat(model.animatedProperty().get()).isFalse();
        assertThat(model.racedProperty().get()).as("whatever is typed meanwhile").isEqualTo("Guten Tag");
    }

    @Test
    void slowerIsSaidAsPlainly() {
        scripted(4 * SECOND);
        model.start("Guten Tag", BOTH);
        settle();
        model.frame(0);
        model.frame(4 * SECOND);
        assertThat(message()).startsWith("Both models together were slower than the large model alone here:"
                + " 4.00 s against 2.00 s, 0.50 times as fast.");
        assertThat(speedUps).containsExactly(0.5);
    }

    @Test
    void slowMotionStretchesBothAlikeAndKeepsTheTrueTimes() {
        scripted(SECOND);
        model.slowProperty().set(true);
        model.start("Guten Tag", BOTH);
        settle();
        model.frame(0);
        model.frame(5 * SECOND);
        assertThat(model.both().clockProperty().get()).isEqualTo(SECOND / 2);
        model.frame(20 * SECOND);
        assertThat(model.stateProperty().get()).isEqualTo(RaceViewModel.State.DONE);
        model.replay();
        assertThat(model.both().text().text()).isEmpty();
        assertThat(model.stateProperty().get()).isEqualTo(RaceViewModel.State.PLAYING);
    }

    @Test
    void aFailureIsReportedAndEndsTheRace() {
        engine.failure = new IllegalStateException("no memory");
        model.start("Guten Tag", BOTH);
        settle();
        assertThat(failures).hasSize(1);
        assertThat(model.stateProperty().get()).isEqualTo(RaceViewModel.State.READY);
    }

    @Test
    void aRaceThatIsInterruptedRunsNoFurther() {
        scripted(SECOND);
        model.start("Guten Tag", BOTH);
        model.interrupt();
        settle();
        assertThat(engine.policies).as("the first run had begun").hasSize(1);
        assertThat(model.stateProperty().get()).isEqualTo(RaceViewModel.State.READY);
        assertThat(message()).startsWith("The race was cut off by another translation");
    }

    @Test
    void aRaceThatAnotherTranslationCutOffSaysSo() {
        engine.scripts = policy -> List.of(new TranslationEvent.Finished(true, "", Statistics.NONE));
        model.start("Guten Tag", BOTH);
        settle();
        assertThat(message()).isEqualTo("The race was cut off by another translation. Start it again.");
        model.start(" --- \ud83d\ude00", BOTH);
        assertThat(message()).startsWith("There is nothing to translate");
    }
}
