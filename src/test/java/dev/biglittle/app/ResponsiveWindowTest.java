package dev.biglittle.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.biglittle.app.history.PastTranslation;
import dev.biglittle.app.race.RaceViewModel;
import dev.biglittle.app.translate.State;
import dev.biglittle.recording.Recording;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.animation.AnimationTimer;
import javafx.scene.control.Button;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/** The window goes on drawing while the models are busy with a long text. */
class ResponsiveWindowTest extends RealWindow {
    /**
     * A load on the window's thread would take longer, and so would layout that is quadratic; to open the longest file takes
     * 70 ms, and 650 while eight other programs are at work.
     */
    private static final long LONGEST_GAP_MILLIS = 1000;

    private final FrameWatch watch = new FrameWatch();

    /** Does something, and says how it went until it is done. */
    private void watched(String what, Runnable begin, Callable<Boolean> done) throws Exception {
        interact(() -> {
            watch.start();
            begin.run();
        });
        WaitForAsyncUtils.waitFor(90, TimeUnit.SECONDS, done);
        interact(watch::stop);
        System.out.println(what + ": frames: " + watch.frames + ", longest gap: " + watch.longestMillis + " ms");
        assertThat(watch.longestMillis).as("longest time between two frames").isLessThan(LONGEST_GAP_MILLIS);
    }

    private static String text(int sentences) {
        return IntStream.range(0, sentences).mapToObj(i -> "Am " + (i % 28 + 1) + ". Mai haben wir " + (i + 2)
                + " Briefe geschrieben, und am Abend sind wir mit dem Zug nach Hause gefahren."
                + (i % 12 == 11 ? "\n\n" : " ")).collect(Collectors.joining());
    }

    private boolean is(State state) {
        return window.model().stateProperty().get() == state;
    }

    @Test
    void framesKeepComingDuringALongTranslation() throws Exception {
        waitFor(State.READY);
        watched("translation", () -> {
            window.model().sourceProperty().set(text(400));
            window.model().translate();
        }, () -> window.model().translation().totalProperty().get() > 1500);
        assertThat(watch.frames).isGreaterThan(50);
        interact(window.model()::cancel);
    }

    @Test
    void framesKeepComingWhileThePairIsLoadedAndABigFileIsOpened() throws Exception {
        watched("first load", () -> { }, () -> is(State.READY));
        watched("load", window.model()::load, () -> is(State.READY));
        interact(() -> window.desk().typing().enabledProperty().set(false));
        // as long as a file may be that is shown in the window
        Path file = Files.writeString(configuration.resolve("big.txt"), text(2000).substring(0, 190_000));
        watched("big file", () -> window.desk().documents().dropped(List.of(file)),
                () -> window.model().sourceProperty().get().length() == 190_000);
        watched("big file, drawn", () -> { }, () -> watch.frames > 20);
    }

    @Test
    void framesKeepComingWhileTheHistoryIsSearched() throws Exception {
        waitFor(State.READY);
        interact(() -> {
            window.model().sourceProperty().set(text(10));
            window.model().translate();
        });
        waitFor(State.READY);
        Recording made = window.model().shown().recording();
        String translation = window.model().translation().text();
        watched("300 kept", () -> IntStream.range(0, 300).forEach(i -> window.desk().history().record(new PastTranslation(
                made.madeWith(), i + ". " + made.source(), translation, made.settings().policy(), made.events()),
                false)), () -> window.desk().history().found().size() >= 250);
        interact(window.history()::open);
        watched("search", () -> window.desk().history().searchProperty().set("17. Am 1. Mai"),
                () -> window.desk().history().found().size() < 10);
    }

    @Test
    void framesKeepComingDuringARace() throws Exception {
        waitFor(State.READY);
        interact(() -> {
            // else the text is translated, which cuts the race off
            window.desk().typing().enabledProperty().set(false);
            window.model().sourceProperty().set(text(12));
            window.screens().show("race");
        });
        watched("race", () -> lookup("#race-start").<Button>query().fire(),
                () -> window.explain().raceModel().stateProperty().get() == RaceViewModel.State.DONE);
        assertThat(watch.frames).isGreaterThan(20);
    }

    /** Measures the longest time between two frames, and before the first and after the last. */
    private static final class FrameWatch extends AnimationTimer {
        private long last;
        private long longestMillis;
        private int frames;

        @Override
        public void start() {
            frames = 0;
            longestMillis = 0;
            last = System.nanoTime();
            super.start();
        }

        @Override
        public void handle(long now) {
            measure();
            frames++;
        }

        @Override
        public void stop() {
            super.stop();
            measure();
        }

        private void measure() {
            long time = System.nanoTime();
            longestMillis = Math.max(longestMillis, (time - last) / 1_000_000);
            last = time;
        }
    }
}
