package dev.biglittle.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
    @ParameterizedTest
    @CsvSource({"1, 100", "0.99999, 99.99", "0.9996, 99.96", "0.82, 82", "0.8249, 82.5", "0.0498, 5", "0.0067379, 0.67",
            "0.000045, 0.0045", "0, 0"})
    void percentHasTheDigitsThatMatter(double probability, String percent) {
        assertThat(Numbers.percent(probability)).isEqualTo(percent + "\u00a0%");
    }

    @ParameterizedTest
    @CsvSource({"420, 0.42 s", "12340, 12.3 s", "65000, 1 min 05 s", "3600000, 60 min 00 s"})
    void durationsAreReadable(long millis, String text) {
        assertThat(Numbers.duration(millis * 1_000_000)).isEqualTo(text);
    }
}
