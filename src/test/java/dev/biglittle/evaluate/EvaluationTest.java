package dev.biglittle.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.biglittle.decode.Mode;
import dev.biglittle.decode.Policy;
import dev.biglittle.onnx.EmbeddedPair;
import dev.biglittle.pair.LoadedPair;
import dev.biglittle.problem.Problem;
import dev.biglittle.translate.Translator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small evaluation on the real pair. */
class EvaluationTest {
    private static final ParallelText TEXTS = new ParallelText(
            List.of("Das ist ein schöner Tag.", "Ich habe Hunger.", "Wo ist der Bahnhof?", "Guten Morgen!"),
            List.of("That's a beautiful day.", "I am hungry.", "Where is the station?", "Good morning!"));

    @TempDir
    Path temp;

    @Test
    void everySettingIsMeasuredAgainstTheLargeModelOfTheSameRun() {
        Setting speculative = new Setting(Mode.SPECULATIVE, Policy.speculative(0.3, 10));
        Setting small = new Setting(Mode.SMALL, Policy.smallAlone());
        List<Integer> progress = new ArrayList<>();
        try (LoadedPair pair = EmbeddedPair.load()) {
            List<Measurement> measured = new Evaluation(new Translator(pair), TEXTS)
                    .run(List.of(speculative, small, Setting.LARGE), progress::add, () -> false);
            assertThat(measured).extracting(Measurement::setting).containsExactly(Setting.LARGE, speculative, small);
            assertThat(measured.get(0).speedUp()).isEqualTo(1);
            assertThat(measured.get(1).bleu()).as("the large model's text").isEqualTo(measured.get(0).bleu());
            assertThat(measured.get(2).fallbackShare()).isZero();
            assertThat(measured).allSatisfy(m -> {
                assertThat(m.texts()).isEqualTo(4);
                assertThat(m.bleu()).isPositive();
                assertThat(m.p95Millis()).isGreaterThanOrEqualTo(m.medianMillis());
            });
        }
        assertThat(progress).containsExactly(1, 2, 3, 4);
    }

    @Test
    void interruptedRunKeepsWhatIsDone() {
        List<Integer> done = new ArrayList<>();
        try (LoadedPair pair = EmbeddedPair.load()) {
            List<Measurement> measured = new Evaluation(new Translator(pair), TEXTS)
                    .run(List.of(), done::add, () -> done.size() == 2);
            assertThat(measured).singleElement().extracting(Measurement::texts).isEqualTo(2);
        }
    }

    @Test
    void filesOfDifferentLengthAreRefused() throws IOException {
        Path source = Files.writeString(temp.resolve("a.de"), "eins\nzwei\n");
        Path reference = Files.writeString(temp.resolve("a.en"), "one\n");
        assertThatThrownBy(() -> ParallelText.read(source, reference, 10)).isInstanceOf(Problem.class)
                .hasMessageContaining("2 lines").hasMessageContaining("1;");
        assertThat(ParallelText.read(source, source, 1).sources()).containsExactly("eins");
        Path empty = Files.writeString(temp.resolve("empty"), "");
        assertThatThrownBy(() -> ParallelText.read(empty, empty, 1)).isInstanceOf(Problem.class)
                .hasMessageContaining("empty");
    }
}
