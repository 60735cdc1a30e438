package dev.biglittle.app.translate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.biglittle.app.Events;
import dev.biglittle.app.engine.PairInfo;
import dev.biglittle.app.engine.TranslationWorker;
import dev.biglittle.app.history.PastTranslation;
import dev.biglittle.decode.Mode;
import dev.biglittle.decode.Policy;
import dev.biglittle.pair.Preset;
import dev.biglittle.problem.Explanation;
import dev.biglittle.recording.Recording;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TypingViewModelTest {
    private final ScriptedEngine engine = new ScriptedEngine();
    private final Queue<Runnable> window = new ArrayDeque<>();
    private final TranslationWorker worker = new TranslationWorker(name -> engine, new DirectExecutorService());
    private long now;
    private final TranslateViewModel model = new TranslateViewModel(worker, window::add, () -> now);
    /** What runs when time passes; null if nothing does. */
    private Runnable due;
    private long wait;
    private final TypingViewModel typing = new TypingViewModel(model, (nanos, task) -> {
        due = task;
        wait = nanos;
        return () -> due = due == task ? null : due;
    });

    @BeforeEach
    void load() {
        engine.script = Events.house();
        model.load();
        settle();
    }

    private void settle() {
        while (!window.isEmpty()) {
            window.remove().run();
        }
        model.shown().frame(now);
    }

    private void type(String text) {
        model.sourceProperty().set(text);
    }

    private void pause() {
        Runnable task = due;
        due = null;
        if (task != null) {
            task.run();
        }
        settle();
    }

    @Test
    void aPauseInTypingTranslatesTheNewestText() {
        type("H");
        type("Ha");
        type("Haus");
        assertThat(engine.texts).as("still typing").isEmpty();
        pause();
        assertThat(engine.texts).containsExactly("Haus");
        assertThat(model.translation().text()).isEqualTo("A big house");
        assertThat(due).as("nothing more to do").isNull();
    }

    @Test
    void aPasteIsTranslatedAtOnce() {
        type("Ein langer Text.");
        typing.pasted();
        assertThat(engine.texts).containsExactly("Ein langer Text.");
        assertThat(due).isNull();
    }

    @Test
    void thresholdsCountAsTyping() {
        type("Haus");
        pause();
        model.thresholds().fallbackProperty().set(0.2);
        model.thresholds().fallbackProperty().set(0.1);
        pause();
        assertThat(engine.policies).hasSize(2).last().extracting(p -> p.fallback()).isEqualTo(0.1);
    }

    @Test
    void nothingIsTranslatedWhileACharacterIsComposed() {
        typing.setComposing(true);
        type("に");
        pause();
        typing.pasted();
        assertThat(engine.texts).isEmpty();
        typing.setComposing(false);
        type("日本");
        pause();
        assertThat(engine.texts).containsExactly("日本");
    }

    @Test
    void switchedOffItWaitsToBeAsked() {
        typing.enabledProperty().set(false);
        type("Haus");
        pause();
        typing.pasted();
        assertThat(engine.texts).isEmpty();
        model.translate();
        settle();
        assertThat(engine.texts).containsExactly("Haus");
        type("Hof");
        typing.enabledProperty().set(true);
        pause();
        assertThat(engine.texts).containsExactly("Haus", "Hof");
    }

    private String message() {
        return model.messageProperty().get();
    }

    @Test
    void switchedOffItSaysThatTheTranslationIsOutdatedAndHidesNothingThatIsSaidLater() {
        List<PastTranslation> past = new ArrayList<>();
        model.shown().setOnDone((done, unasked) -> past.add(done));
        typing.enabledProperty().set(false);
        type("Haus");
        model.translate();
        settle();
        type("Hof");
        assertThat(message()).startsWith("Text or settings have changed");
        type("Haus");
        assertThat(message()).as("no longer").startsWith("Done");
        type("Hof");
        model.copied();
        type("Hof und Haus");
        assertThat(message()).isEqualTo("The translation is on the clipboard.");
        model.translate();
        type("Hof");
        settle();
        assertThat(message()).as("outdated when it was done").startsWith("Text or settings have changed");
        model.thresholds().fallbackProperty().set(0.2);
        model.bringBack(past.get(0));
        settle();
        assertThat(message()).startsWith("Brought back");
        assertThat(model.outdated().get()).isTrue();
        typing.enabledProperty().set(true);
        type("Haus!");
        assertThat(message()).as("it is translated unasked").startsWith("Brought back");
    }

    @Test
    void anotherPairTranslatesTheTextAnew() {
        type("Haus");
        pause();
        model.loadAnew();
        settle();
        pause();
        assertThat(engine.texts).as("the same pair").containsExactly("Haus");
        engine.pair = ScriptedEngine.info("French to Spanish", "fr", "es");
        model.loadAnew();
        settle();
        assertThat(model.status().targetLanguageProperty().get()).isEqualTo("Spanish");
        pause();
        assertThat(engine.texts).containsExactly("Haus", "Haus");
        typing.enabledProperty().set(false);
        engine.pair = ScriptedEngine.info();
        model.loadAnew();
        settle();
        assertThat(model.outdated().get()).isTrue();
        assertThat(message()).startsWith("Text or settings have changed");
    }

    @Test
    void whatIsBroughtBackWhileAPairLoadsStaysAsItWas() {
        engine.pair = new PairInfo("Other thresholds", "de", "en", Map.of("fast", new Preset(0.2, 5, 4)),
                new Preset(0.2, 5, 4), "CPU", Explanation.NONE, 1, Map.of(), null);
        model.loadAnew();
        model.bringBack(new PastTranslation(Events.MADE_WITH, "Ein großes Haus", "A big house",
                Policy.bigLittle(0.35, 1, 5), Events.house()));
        settle();
        assertThat(model.thresholds().fallbackProperty().get()).as("the pair's").isEqualTo(0.2);
        pause();
        assertThat(engine.texts).isEmpty();
        type("Ein großes Haus!");
        pause();
        assertThat(engine.texts).containsExactly("Ein großes Haus!");
    }

    @Test
    void whatWasTranslatedOnDemandIsNotTranslatedAgain() {
        type("Haus");
        model.translate();
        settle();
        pause();
        assertThat(engine.texts).containsExactly("Haus");
    }

    @Test
    void aCancelledTextIsNotTakenUpAgainUntilItChanges() {
        type("Haus");
        model.translate();
        model.cancel();
        pause();
        assertThat(engine.texts).hasSize(1);
        assertThat(due).isNull();
        type("Hof");
        assertThat(due).isNotNull();
    }

    @Test
    void anEmptiedSourceEmptiesTheTranslation() {
        type("Haus");
        pause();
        type("");
        pause();
        assertThat(engine.texts).containsExactly("Haus");
        assertThat(model.translation().text()).isEmpty();
        assertThat(model.stateProperty().get()).isEqualTo(State.READY);
        assertThat(model.messageProperty().get()).startsWith("Ready.");
        type(" ");
        assertThat(due).as("still nothing to translate").isNull();
    }

    @Test
    void theWaitFollowsTheSpeedOfThePair() {
        type("Haus");
        assertThat(wait).isEqualTo(TypingDelay.FIRST_NANOS);
        translateIn(10_000_000_000L);
        type("Hof");
        assertThat(wait).isEqualTo(TypingDelay.LONGEST_NANOS);
        for (int i = 0; i < 12; i++) {
            type("Hof " + i);
            translateIn(50_000_000L);
        }
        type("Garten");
        assertThat(wait).isEqualTo(TypingDelay.SHORTEST_NANOS);
    }

    @Test
    void typedUnderARecordingWhileThePairLoadsIsTranslatedWhenItIsThere() {
        model.load();
        model.show(new Recording(new Recording.MadeWith("", "A pair", "de", "en", "CPU", 1), "Haus",
                new Recording.Settings(Mode.BIG_LITTLE, 0.35, 1, 5), Events.house()));
        model.shown().frame(now);
        type("Haus und Hof");
        due.run();
        settle();
        assertThat(engine.texts).containsExactly("Haus und Hof");
    }

    private void translateIn(long nanos) {
        model.translate();
        now += nanos;
        settle();
    }

    @Test
    void typedWhileThePairLoadsIsTranslatedWhenItIsThere() {
        model.load();
        type("Haus");
        due.run();
        assertThat(engine.texts).isEmpty();
        settle();
        assertThat(engine.texts).containsExactly("Haus");
    }
}
