package dev.biglittle.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.biglittle.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyTest {
    @ParameterizedTest
    @ValueSource(doubles = {-0.01, 2.01, Double.NaN, Double.POSITIVE_INFINITY, 50})
    void fallbackOutOfRangeIsRefusedWithTheRange(double fallback) {
        assertThatThrownBy(() -> Policy.bigLittle(fallback, 3, 10)).isInstanceOf(Problem.class)
                .hasMessageContaining(String.valueOf(fallback)).hasMessageContaining("0").hasMessageContaining("1");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.01, Double.NaN, Double.NEGATIVE_INFINITY})
    void rollbackOutOfRangeIsRefused(double rollback) {
        assertThatThrownBy(() -> Policy.bigLittle(0.5, rollback, 10)).isInstanceOf(Problem.class)
                .hasMessageContaining("rollback");
    }

    @Test
    void negativeRunIsRefused() {
        assertThatThrownBy(() -> Policy.bigLittle(0.5, 3, -1)).isInstanceOf(Problem.class).hasMessageContaining("-1");
    }

    @Test
    void zeroAndInfinityAreLegal() {
        assertThat(Policy.bigLittle(0, Double.POSITIVE_INFINITY, 0).rollback()).isInfinite();
        assertThat(Policy.bigLittle(0, 0, 0).fallback()).isZero();
    }

    @Test
    void modesAreFoundByTheirNameAndUnknownOnesListThem() {
        for (Mode mode : Mode.values()) {
            assertThat(Mode.of(mode.label())).isEqualTo(mode);
        }
        assertThatThrownBy(() -> Mode.of("turbo")).isInstanceOf(Problem.class)
                .hasMessageContaining("turbo").hasMessageContaining("paper-code");
    }
}
