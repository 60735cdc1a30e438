package dev.biglittle.app.translate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.biglittle.app.Events;
import dev.biglittle.translate.TranslationEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class EventPlayerTest {
    private final List<TranslationEvent> house = Events.house();
    private final EventPlayer player = new EventPlayer();
    private final List<TranslationEvent> played = new ArrayList<>();

    @Test
    void fullSpeedHandsOnEverythingThatHasCome() {
        house.forEach(player.start());
        player.play(0, played::add);
        assertThat(played).isEqualTo(house);
        assertThat(player.isDrained()).isTrue();
    }

    @Test
    void aLongBacklogIsSpreadOverFrames() {
        Consumer<TranslationEvent> events = player.start();
        int many = 2 * EventPlayer.MOST_PER_FRAME + 1;
        for (int i = 0; i < many; i++) {
            events.accept(Events.drafted(i, " a", 0.5));
        }
        player.play(0, played::add);
        assertThat(played).hasSize(EventPlayer.MOST_PER_FRAME);
        player.play(1, played::add);
        player.play(2, played::add);
        assertThat(played).hasSize(many);
    }

    @Test
    void slowMotionShowsOneStepAtATime() {
        player.paceProperty().set(Pace.SLOW);
        house.forEach(player.start());
        player.play(0, played::add);
        // a review of no drafts is nothing to see: it comes with the step before it
        List<TranslationEvent> first = house.subList(0, 4);
        assertThat(played).isEqualTo(first);
        player.play(EventPlayer.SLOW_STEP_NANOS - 1, played::add);
        assertThat(played).isEqualTo(first);
        player.play(EventPlayer.SLOW_STEP_NANOS, played::add);
        assertThat(played).isEqualTo(house.subList(0, 5));
    }

    @Test
    void rememberedSentencesComeAtOnceIfAsked() {
        player.paceProperty().set(Pace.SLOW);
        List<TranslationEvent> text = List.of(Events.planned(2), Events.remembered(0), Events.drafted(0, "A", 0.9),
                Events.drafted(1, " house", 0.9), Events.sentence(1, " "), Events.drafted(0, "Yes", 0.9),
                Events.drafted(1, ".", 0.9));
        text.forEach(player.start(true));
        player.play(0, played::add);
        assertThat(played).as("one step of the sentence that is new").isEqualTo(text.subList(0, 6));
        played.clear();
        text.forEach(player.start(false));
        player.play(0, played::add);
        assertThat(played).as("as if it were new").isEqualTo(text.subList(0, 3));
    }

    @Test
    void stepByStepWaitsForThePress() {
        player.paceProperty().set(Pace.STEP);
        house.forEach(player.start());
        player.play(0, played::add);
        assertThat(played).isEqualTo(house.subList(0, 2));
        player.step();
        player.play(1, played::add);
        player.play(2, played::add);
        assertThat(played).isEqualTo(house.subList(0, 4));
    }

    @Test
    void everyPaceShowsTheSameEvents() {
        for (Pace pace : Pace.values()) {
            played.clear();
            player.paceProperty().set(pace);
            house.forEach(player.start());
            long now = 0;
            while (!player.isDrained()) {
                player.step();
                player.play(now, played::add);
                now += EventPlayer.SLOW_STEP_NANOS;
            }
            assertThat(played).as(pace.name()).isEqualTo(house);
        }
    }

    @Test
    void paceMayChangeInTheMiddle() {
        player.paceProperty().set(Pace.STEP);
        house.forEach(player.start());
        player.play(0, played::add);
        player.paceProperty().set(Pace.FULL);
        player.play(1, played::add);
        assertThat(played).isEqualTo(house);
    }

    /** Three steps that end 150, 300 and 1000 ns after the text begins, as full speed has shown them. */
    private List<TranslationEvent> threeStepsShown() {
        List<TranslationEvent> steps = List.of(Events.planned(1), Events.sentence(0, ""),
                Events.draftedAt(0, "A", 100, 50), Events.draftedAt(1, " big", 200, 100),
                Events.draftedAt(2, " house", 900, 100));
        steps.forEach(player.start());
        player.play(0, played::add);
        assertThat(played).as("the first time, the models' pace").isEqualTo(steps);
        played.clear();
        return steps;
    }

    @Test
    void fullSpeedPlaysAgainByTheClock() {
        List<TranslationEvent> steps = threeStepsShown();
        player.restart();
        int[][] eventsByTime = {{5000, 2}, {5149, 2}, {5150, 3}, {5299, 3}, {5300, 4}, {5999, 4}, {6000, 5}};
        for (int[] moment : eventsByTime) {
            player.play(moment[0], played::add);
            assertThat(played).as("at %d", moment[0]).isEqualTo(steps.subList(0, moment[1]));
        }
        assertThat(player.isDrained()).isTrue();
    }

    @Test
    void fullSpeedGoesOnFromTheStepThatWasWaitedFor() {
        List<TranslationEvent> steps = threeStepsShown();
        player.restart();
        player.paceProperty().set(Pace.STEP);
        player.play(5000, played::add);
        player.step();
        player.play(70_000, played::add);
        assertThat(played).isEqualTo(steps.subList(0, 3));
        player.paceProperty().set(Pace.FULL);
        player.play(90_000, played::add);
        assertThat(played).as("the next at once").isEqualTo(steps.subList(0, 4));
        player.play(90_699, played::add);
        assertThat(played).isEqualTo(steps.subList(0, 4));
        player.play(90_700, played::add);
        assertThat(played).isEqualTo(steps);
    }

    @Test
    void aNewStreamForgetsTheOld() {
        player.paceProperty().set(Pace.STEP);
        Consumer<TranslationEvent> old = player.start();
        house.forEach(old);
        player.start().accept(Events.finished("new"));
        old.accept(Events.finished("old"));
        player.play(0, played::add);
        assertThat(played).containsExactly(Events.finished("new"));
    }
}
