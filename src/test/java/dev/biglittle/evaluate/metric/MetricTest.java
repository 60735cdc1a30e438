package dev.biglittle.evaluate.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.Gson;
import dev.biglittle.problem.Problem;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * BLEU against sacreBLEU's own scores, which {@code onnx-export/oracle/bleu.py} wrote down, and ROUGE-Lsum against
 * those of {@code onnx-export/oracle/rouge.py}, which says where they come from.
 */
class MetricTest {
    private record Case(String name, List<String> hypotheses, List<String> references, double score) {
    }

    private record Cases(List<Case> cases) {
    }

    private record Expectation(Metric metric, Case texts) {
        @Override
        public String toString() {
            return metric + " of " + texts.name();
        }
    }

    static Stream<Expectation> expectations() throws IOException {
        return Stream.concat(cases(Metric.BLEU, "/evaluate/bleu.json"), cases(Metric.ROUGE, "/evaluate/rouge.json"));
    }

    private static Stream<Expectation> cases(Metric metric, String resource) throws IOException {
        try (Reader reader = new InputStreamReader(MetricTest.class.getResourceAsStream(resource),
                StandardCharsets.UTF_8)) {
            return new Gson().fromJson(reader, Cases.class).cases().stream().map(c -> new Expectation(metric, c));
        }
    }

    @ParameterizedTest
    @MethodSource("expectations")
    void scoreIsThatOfTheReferenceImplementation(Expectation expected) {
        CorpusScore score = expected.metric().start();
        for (int i = 0; i < expected.texts().hypotheses().size(); i++) {
            score.add(expected.texts().hypotheses().get(i), expected.texts().references().get(i));
        }
        assertThat(score.score()).isCloseTo(expected.texts().score(), within(0.001));
    }

    @ParameterizedTest
    @EnumSource
    void casesCoverManyScores(Metric metric) throws IOException {
        assertThat(expectations().filter(e -> e.metric() == metric).map(e -> e.texts().score()).distinct())
                .hasSizeGreaterThan(6);
    }

    @ParameterizedTest
    @EnumSource
    void nothingAddedScoresNothing(Metric metric) {
        assertThat(metric.start().score()).isZero();
    }

    @Test
    void taskChoosesTheMetric() {
        assertThat(Metric.forTask("translation")).isEqualTo(Metric.BLEU);
        assertThat(Metric.forTask("summarization")).isEqualTo(Metric.ROUGE);
        assertThat(Metric.of("rouge")).isEqualTo(Metric.ROUGE);
        assertThatThrownBy(() -> Metric.of("meteor")).isInstanceOf(Problem.class).hasMessageContaining("bleu, rouge");
    }
}
