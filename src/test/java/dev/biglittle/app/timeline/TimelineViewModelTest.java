package dev.biglittle.app.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.biglittle.app.Events;
import dev.biglittle.app.marked.TokenAt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TimelineViewModelTest {
    private static final long MILLI = 1_000_000;
    private final TimelineViewModel model = new TimelineViewModel();

    /** A hundred calls of 8 ms, one every 10 ms. */
    @BeforeEach
    void hundredCalls() {
        model.accept(Events.sentence(0, "", 0));
        for (int i = 0; i < 100; i++) {
            model.accept(Events.draftedAt(i, " word", 10 * i * MILLI, 8 * MILLI));
        }
        model.publish();
    }

    @Test
    void theWholeIsInSightUntilOneLooksCloser() {
        assertThat(model.fromProperty().get()).isZero();
        assertThat(model.lengthProperty().get()).isEqualTo(998 * MILLI);
        model.setTotal(2000 * MILLI);
        model.publish();
        assertThat(model.lengthProperty().get()).as("it grows along").isEqualTo(2000 * MILLI);
        model.zoom(2, 500 * MILLI);
        assertThat(model.lengthProperty().get()).isEqualTo(1000 * MILLI);
        assertThat(model.fromProperty().get()).as("the anchor keeps its place").isEqualTo(250 * MILLI);
        model.setTotal(3000 * MILLI);
        model.publish();
        assertThat(model.lengthProperty().get()).isEqualTo(1000 * MILLI);
        model.fit();
        assertThat(model.lengthProperty().get()).isEqualTo(3000 * MILLI);
    }

    @Test
    void zoomAndScrollStayWithinBounds() {
        model.zoom(1e9, 0);
        assertThat(model.lengthProperty().get()).isEqualTo(TimelineViewModel.SHORTEST);
        model.scrollTo(5000 * MILLI);
        assertThat(model.fromProperty().get()).isEqualTo(998 * MILLI - TimelineViewModel.SHORTEST);
        model.scrollTo(-1);
        assertThat(model.fromProperty().get()).isZero();
        model.zoom(1e-9, 0);
        assertThat(model.lengthProperty().get()).isEqualTo(998 * MILLI);
    }

    @Test
    void aCallIsPickedByItsTimeAndLane() {
        model.pickAt(15 * MILLI, false);
        assertThat(model.pickedProperty().get()).isEqualTo(1);
        model.pickAt(15 * MILLI, true);
        assertThat(model.pickedProperty().get()).as("the other lane").isEqualTo(-1);
        model.pickAt(19 * MILLI, false);
        assertThat(model.pickedProperty().get()).as("between two calls").isEqualTo(-1);
    }

    @Test
    void keysGoFromCallToCallAndKeepItInSight() {
        model.zoom(10, 0);
        model.pickNext(1);
        assertThat(model.pickedProperty().get()).isZero();
        model.pickNext(-1);
        assertThat(model.pickedProperty().get()).isZero();
        model.pickLast();
        assertThat(model.pickedProperty().get()).isEqualTo(99);
        assertThat(model.fromProperty().get() + model.lengthProperty().get()).isEqualTo(998 * MILLI);
        model.pickNext(1);
        assertThat(model.pickedProperty().get()).isEqualTo(99);
        model.pickFirst();
        assertThat(model.fromProperty().get()).isZero();
    }

    @Test
    void pointingAtATokenMarksItsCallsAndShowsThem() {
        model.zoom(10, 0);
        model.link(new TokenAt(0, 80));
        assertThat(model.linkedProperty().get()).containsExactly(80);
        assertThat(model.fromProperty().get()).isBetween(700.0 * MILLI, 800.0 * MILLI);
        model.link(null);
        assertThat(model.linkedProperty().get()).isEmpty();
    }

    @Test
    void goingBackForgetsAPickThatIsNoMore() {
        model.pickLast();
        model.rewind(0);
        model.link(null);
        assertThat(model.pickedSpan()).as("not published yet").isEmpty();
        model.publish();
        assertThat(model.pickedProperty().get()).isNegative();
    }

    @Test
    void aCallIsToldInASentence() {
        model.pickNext(1);
        assertThat(model.pickedSpan().map(SpanWords::sentence)).hasValueSatisfying(told -> assertThat(told)
                .startsWith("The small model writes a token: 1 token read in 8.0"));
        assertThat(TimelineDrawing.roundStep(37)).isEqualTo(50);
        assertThat(TimelineDrawing.roundStep(1e6)).isEqualTo(1e6);
    }
}
