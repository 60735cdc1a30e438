package dev.biglittle.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.biglittle.decode.Model;
import dev.biglittle.decode.ModelDecoder;
import dev.biglittle.decode.Policy;
import dev.biglittle.decode.Predictions;
import dev.biglittle.pair.LoadedPair;
import dev.biglittle.pair.PairCopy;
import dev.biglittle.problem.Problem;
import dev.biglittle.translate.Translator;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One encoder for both models, on random weights: it gives what two encoders give, and runs once a text. */
class SharedEncoderTest {
    @TempDir
    private Path folder;

    private static void assertSame(Predictions a, Predictions b) {
        assertThat(a.ids()).isEqualTo(b.ids());
        assertThat(a.probability()).isEqualTo(b.probability());
    }

    @Test
    void bothModelsPredictWhatTheyPredictWithEncodersOfTheirOwn() {
        Path without = PairCopy.of(TinyPair.folder(), folder).edit(json -> assertThat(
                json.remove("sharedEncoder").getAsString()).isEqualTo("encoder.onnx")).folder();
        Random random = new Random(1);
        try (LoadedPair shared = TinyPair.load();
             LoadedPair own = TinyPair.load(without)) {
            for (int i = 0; i < 20; i++) {
                int[] source = TinyPair.tokens(random, 1 + random.nextInt(30));
                int[] target = TinyPair.tokens(random, 2 + random.nextInt(20));
                // whoever comes first runs the encoder, sometimes a model comes alone
                for (boolean large : new boolean[] {i % 2 == 0, i % 3 == 0}) {
                    Model a = large ? shared.large() : shared.small();
                    Model b = large ? own.large() : own.small();
                    try (ModelDecoder one = a.encode(source); ModelDecoder other = b.encode(source)) {
                        assertSame(one.read(0, target), other.read(0, target));
                    }
                }
            }
        }
    }

    @Test
    void runsOnceForBothModelsAndAnewForEachFurtherText() {
        int[] source = TinyPair.tokens(new Random(2), 12);
        try (LoadedPair pair = TinyPair.load()) {
            long before = pair.runNanos();
            ModelDecoder small = pair.small().encode(source);
            long first = pair.runNanos();
            ModelDecoder large = pair.large().encode(source);
            long second = pair.runNanos();
            ModelDecoder again = pair.large().encode(source);
            assertThat(first).isGreaterThan(before);
            assertThat(second).isEqualTo(first);
            assertThat(pair.runNanos()).isGreaterThan(second);
            // each lives on after the others are gone
            int[] target = {0, 5, 9};
            Predictions expected = again.read(0, target);
            small.close();
            again.close();
            assertSame(large.read(0, target), expected);
            large.close();
        }
    }

    @Test
    void whatItGaveStaysWhileOtherTextsBorrowAndReturnItsMemory() {
        Random random = new Random(4);
        int[] target = {0, 5, 9};
        // the second needs more room than there is at first, the third finds what the first two used
        List<int[]> sources = List.of(TinyPair.tokens(random, 12), TinyPair.tokens(random, 100), TinyPair.tokens(random, 12),
                TinyPair.tokens(random, 101));
        List<Predictions> expected = new ArrayList<>();
        for (int[] source : sources) {
            try (LoadedPair fresh = TinyPair.load(); ModelDecoder only = fresh.large().encode(source)) {
                expected.add(only.read(0, target));
            }
        }
        try (LoadedPair pair = TinyPair.load()) {
            ModelDecoder first = pair.large().encode(sources.get(0));
            ModelDecoder second = pair.large().encode(sources.get(1));
            assertSame(first.read(0, target), expected.get(0));
            assertSame(second.read(0, target), expected.get(1));
            second.close();
            ModelDecoder third = pair.large().encode(sources.get(2));
            ModelDecoder fourth = pair.large().encode(sources.get(3));
            assertSame(first.read(0, target), expected.get(0));
            assertSame(third.read(0, target), expected.get(2));
            assertSame(fourth.read(0, target), expected.get(3));
            List.of(first, third, fourth).forEach(ModelDecoder::close);
        }
    }

    @Test
    void aModelAloneReadsWithItsOwnAndPredictsTheSame() {
        int[] source = TinyPair.tokens(new Random(3), 12);
        int[] target = {0, 5, 9};
        try (LoadedPair pair = TinyPair.load()) {
            for (boolean large : new boolean[] {false, true}) {
                try (ModelDecoder alone = (large ? pair.largeAlone() : pair.smallAlone()).encode(source);
                     ModelDecoder together = (large ? pair.large() : pair.small()).encode(source.clone())) {
                    assertSame(alone.read(0, target), together.read(0, target));
                }
            }
            ModelDecoder alone = pair.largeAlone().encode(source);
            long before = pair.runNanos();
            pair.small().encode(source).close();
            assertThat(pair.runNanos()).as("nothing was computed for the small model").isGreaterThan(before);
            alone.close();
        }
    }

    @Test
    void onlyATextByOneModelNeedsItsOwnEncoder() {
        Path spoilt = PairCopy.of(TinyPair.folder(), folder).replaceAndSign("large/encoder.onnx", "small/encoder.onnx")
                .folder();
        try (LoadedPair pair = TinyPair.load(spoilt)) {
            Translator translator = new Translator(pair);
            for (Policy policy : List.of(Policy.bigLittle(0.5, 3, 5), Policy.speculative(0.5, 5),
                    Policy.paperCode(0.5, 3, 5), Policy.smallAlone())) {
                assertThat(translator.translate("piece5 piece6", policy, event -> { }, () -> false).targetTokens())
                        .isPositive();
            }
            assertThatThrownBy(() -> translator.translate("piece5 piece6", Policy.largeAlone(), event -> { }, () -> false))
                    .isInstanceOf(Problem.class).hasMessageContaining("encoder.onnx")
                    .hasMessageContaining("export the pair again");
        }
    }

    @Test
    void anotherGraphInItsPlaceIsRefused() {
        Path pair = PairCopy.of(TinyPair.folder(), folder)
                .edit(json -> json.addProperty("sharedEncoder", "small/encoder.onnx")).folder();
        assertThatThrownBy(() -> TinyPair.load(pair)).isInstanceOf(Problem.class)
                .hasMessageContaining("encoder.onnx").hasMessageContaining("export the pair again");
    }
}
