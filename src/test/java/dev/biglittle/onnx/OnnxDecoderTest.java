package dev.biglittle.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.biglittle.decode.Model;
import dev.biglittle.decode.ModelDecoder;
import dev.biglittle.decode.Predictions;
import dev.biglittle.pair.LoadedPair;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The real graphs: what a cache makes faster it must not change. */
class OnnxDecoderTest {
    /** Float arithmetic in another order; probabilities of the 8-bit graphs were seen to differ by less. */
    private static final float TOLERANCE = 1e-3f;
    private static LoadedPair pair;
    private static int[] source;
    private static int[] target;

    @BeforeAll
    static void load() {
        pair = EmbeddedPair.load();
        source = pair.tokenizer().encode("Könnten Sie mir bitte sagen, wo der Bahnhof ist?");
        int[] text = pair.tokenizer().encode("Could you please tell me where the station is?");
        target = new int[text.length];
        target[0] = pair.description().decoderStart();
        System.arraycopy(text, 0, target, 1, text.length - 1);
    }

    @AfterAll
    static void close() {
        pair.close();
    }

    private static List<Model> models() {
        return List.of(pair.small(), pair.large());
    }

    private static void assertSame(Predictions a, int at, Predictions b, int bt) {
        assertThat(a.candidates(at).probability()).isCloseTo(b.candidates(bt).probability(), within(TOLERANCE));
        float margin = a.candidates(at).probability() - a.candidates(at).probabilities()[1];
        if (margin > TOLERANCE) {
            assertThat(a.token(at)).isEqualTo(b.token(bt));
        }
    }

    @Test
    void onePassOverManyTokensEqualsManyPassesOverOne() {
        for (Model model : models()) {
            try (ModelDecoder once = model.encode(source); ModelDecoder stepwise = model.encode(source)) {
                Predictions whole = once.read(0, target);
                assertThat(whole.size()).isEqualTo(target.length);
                for (int i = 0; i < target.length; i++) {
                    Predictions step = stepwise.read(i, new int[] {target[i]});
                    assertSame(whole, i, step, 0);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 5, 9})
    void keepCutsTheCache(int keep) {
        for (Model model : models()) {
            try (ModelDecoder fresh = model.encode(source); ModelDecoder rolledBack = model.encode(source)) {
                Predictions wanted = fresh.read(0, target);
                int[] wrong = target.clone();
                Arrays.fill(wrong, keep, wrong.length, 77);
                rolledBack.read(0, wrong);
                Predictions found = rolledBack.read(keep, Arrays.copyOfRange(target, keep, target.length));
                for (int i = keep; i < target.length; i++) {
                    assertSame(wanted, i, found, i - keep);
                }
            }
        }
    }

    @Test
    void candidatesAreSortedProbabilitiesAndDistancesAreTheirLogarithm() {
        for (Model model : models()) {
            try (ModelDecoder decoder = model.encode(source)) {
                Predictions p = decoder.read(0, target);
                for (int t = 0; t < p.size(); t++) {
                    float[] probabilities = p.candidates(t).probabilities();
                    float sum = 0;
                    for (int k = 0; k < probabilities.length; k++) {
                        assertThat(probabilities[k]).isBetween(0f, k == 0 ? 1f : probabilities[k - 1]);
                        sum += probabilities[k];
                    }
                    assertThat(sum).isLessThan(1 + TOLERANCE);
                    if (t + 1 < p.size() && p.token(t) == target[t + 1]) {
                        assertThat(p.distance(t)).isCloseTo((float) -Math.log(probabilities[0]), within(TOLERANCE));
                    }
                }
            }
        }
    }

    @Test
    void keepingMoreThanWasReadIsAMistakeOfTheCaller() {
        try (ModelDecoder decoder = pair.small().encode(source)) {
            decoder.read(0, new int[] {0, 5});
            assertThatThrownBy(() -> decoder.read(3, new int[] {5})).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> decoder.read(-1, new int[] {5})).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> decoder.read(1, new int[0])).isInstanceOf(IllegalArgumentException.class);
            assertThat(decoder.read(2, new int[] {5}).size()).as("still usable").isEqualTo(1);
        }
    }

    @Test
    void twoTextsAtTheSameTimeDoNotDisturbEachOther() {
        int[] other = pair.tokenizer().encode("Ich habe Hunger.");
        try (ModelDecoder a = pair.large().encode(source); ModelDecoder alone = pair.large().encode(source)) {
            Predictions wanted = alone.read(0, target);
            a.read(0, Arrays.copyOf(target, 3));
            try (ModelDecoder b = pair.large().encode(other)) {
                b.read(0, target);
            }
            Predictions found = a.read(3, Arrays.copyOfRange(target, 3, target.length));
            assertSame(wanted, target.length - 1, found, found.size() - 1);
        }
    }
}
