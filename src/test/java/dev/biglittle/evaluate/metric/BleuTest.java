package dev.biglittle.evaluate.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.Gson;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Against sacreBLEU's own scores, which {@code onnx-export/oracle/bleu.py} wrote down. */
class BleuTest {
    private record Case(String name, List<String> hypotheses, List<String> references, double score) {
        @Override
        public String toString() {
            return name;
        }
    }

    private record Cases(String sacrebleu, List<Case> cases) {
    }

    static List<Case> cases() throws IOException {
        try (Reader reader = new InputStreamReader(BleuTest.class.getResourceAsStream("/evaluate/bleu.json"),
                StandardCharsets.UTF_8)) {
            return new Gson().fromJson(reader, Cases.class).cases();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void scoreIsSacreBleus(Case wanted) {
        Bleu bleu = new Bleu();
        for (int i = 0; i < wanted.hypotheses().size(); i++) {
            bleu.add(wanted.hypotheses().get(i), wanted.references().get(i));
        }
        assertThat(bleu.score()).isCloseTo(wanted.score(), within(0.001));
    }

    @Test
    void casesCoverMoreThanOneScore() throws IOException {
        assertThat(cases().stream().map(Case::score).distinct()).hasSizeGreaterThan(5);
    }

    @Test
    void nothingAddedScoresNothing() {
        assertThat(new Bleu().score()).isZero();
    }
}
