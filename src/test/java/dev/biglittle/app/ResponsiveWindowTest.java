package dev.biglittle.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.biglittle.app.translate.State;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.animation.AnimationTimer;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/** The window goes on drawing while the models are busy with a long text. */
class ResponsiveWindowTest extends RealWindow {
    /** A model call or a load on the window's thread would take longer; so would layout that is quadratic. */
    private static final long LONGEST_GAP_MILLIS = 700;

    @Test
    void framesKeepComingDuringALongTranslation() throws Exception {
        waitFor(State.READY);
        String text = IntStream.range(0, 400).mapToObj(i -> "Am " + (i % 28 + 1) + ". Mai haben wir " + (i + 2)
                + " Briefe geschrieben, und am Abend sind wir mit dem Zug nach Hause gefahren."
                + (i % 12 == 11 ? "\n\n" : " ")).collect(Collectors.joining());
        FrameWatch watch = new FrameWatch();
        interact(() -> {
            window.model().sourceProperty().set(text);
            window.model().translate();
            watch.start();
        });
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS,
                () -> window.model().translation().totalProperty().get() > 1500);
        interact(watch::stop);
        interact(window.model()::cancel);
        System.out.println("frames: " + watch.frames + ", longest gap: " + watch.longestMillis + " ms");
        assertThat(watch.frames).isGreaterThan(50);
        assertThat(watch.longestMillis).isLessThan(LONGEST_GAP_MILLIS);
    }

    /** Measures the longest time between two frames. */
    private static final class FrameWatch extends AnimationTimer {
        private long last;
        private long longestMillis;
        private int frames;

        @Override
        public void handle(long now) {
            long time = System.nanoTime();
            if (frames > 0) {
                longestMillis = Math.max(longestMillis, (time - last) / 1_000_000);
            }
            last = time;
            frames++;
        }
    }
}
