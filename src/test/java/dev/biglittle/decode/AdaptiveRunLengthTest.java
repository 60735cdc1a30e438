package dev.biglittle.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On given costs the run length depends on nothing but what was kept. */
class AdaptiveRunLengthTest {
    private static final Timing ANY = new Timing(0, 1, 1);

    /** A small step costs 1, a large pass ten times the first number and the second one for each token. */
    private record Given(double smallStep, double largeBase, double largeToken) implements Costs {
        @Override
        public double largePass(int tokens) {
            return largeBase + largeToken * tokens;
        }
    }

    /** Lets the small model draft until the run is full, and says how long it became. */
    private static int run(RunLength length, float probability, int kept) {
        int drafts = 0;
        do {
            length.stepped(ANY);
            length.drafted(probability);
            drafts++;
        } while (!length.isFull() && drafts < 100);
        length.reviewed(Math.min(kept, drafts), new Timing(0, 1, drafts + 1));
        return drafts;
    }

    private static int afterLearning(Costs costs, int kept) {
        RunLength length = new AdaptiveRunLength(costs);
        for (int i = 0; i < 200; i++) {
            run(length, 0.8f, kept);
        }
        return run(length, 0.8f, kept);
    }

    @ParameterizedTest(name = "{3} of the drafts kept, a small step costs {0}, a large pass {1}: runs of {4} to {5}")
    @CsvSource({
        "0.1, 2.0, 0.1, 100, 20, 100",
        "0.3, 1.2, 0.1, 2, 2, 5",
        "0.3, 1.2, 0.1, 0, 1, 1",
        "1.0, 1.0, 0.1, 1, 1, 1",
        "0.1, 2.0, 0.1, 2, 3, 8"})
    void runsAreAsLongAsTheyPay(double small, double large, double token, int kept, int least, int most) {
        assertThat(afterLearning(new Given(small, large, token), kept)).isBetween(least, most);
    }

    @Test
    void theCheaperTheSmallModelTheLongerTheRuns() {
        assertThat(afterLearning(new Given(0.05, 2, 0.05), 3)).isGreaterThan(afterLearning(new Given(0.5, 2, 0.05), 3));
    }

    @Test
    void anUnsureDraftEndsTheRunEarlier() {
        RunLength length = new AdaptiveRunLength(new Given(0.3, 1.2, 0.1));
        for (int i = 0; i < 50; i++) {
            run(length, 0.95f, 100);
            run(length, 0.35f, 0);
        }
        int sure = run(length, 0.95f, 100);
        assertThat(run(length, 0.35f, 0)).isEqualTo(1);
        assertThat(sure).isGreaterThan(3);
    }

    @Test
    void theSameCostsAndDraftsGiveTheSameRuns() {
        for (int kept = 0; kept < 5; kept++) {
            Costs costs = new Given(0.3, 1.2, 0.1);
            assertThat(afterLearning(costs, kept)).isEqualTo(afterLearning(costs, kept));
        }
    }

    @Test
    void firstRunIsShort() {
        assertThat(run(new AdaptiveRunLength(new MeasuredCosts()), 0.99f, 3)).isEqualTo(3);
    }

    @Test
    void costsAreFittedToWhatCallsTook() {
        Costs costs = new MeasuredCosts();
        assertThat(costs.smallStep()).isZero();
        assertThat(costs.largePass(3)).isZero();
        for (int i = 0; i < 20; i++) {
            costs.smallStepped(new Timing(0, 350, 1));
            costs.largePassed(new Timing(0, 1200 + 100 * (1 + i % 7), 1 + i % 7));
        }
        assertThat(costs.smallStep()).isCloseTo(350, within(1e-6));
        assertThat(costs.largeToken()).isCloseTo(100, within(1e-6));
        assertThat(costs.largePass(1)).isCloseTo(1300, within(1e-6));
        assertThat(costs.largePass(11)).isCloseTo(2300, within(1e-6));
    }

    @Test
    void longerPassesThatSeemFasterCountAsEqual() {
        Costs costs = new MeasuredCosts();
        costs.largePassed(new Timing(0, 900, 1));
        assertThat(costs.largeToken()).as("one length seen").isZero();
        costs.largePassed(new Timing(0, 700, 5));
        assertThat(costs.largeToken()).isZero();
        assertThat(costs.largePass(1)).isCloseTo(costs.largePass(9), within(1e-9));
    }
}
