package dev.biglittle.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.biglittle.decode.BigLittleDecoder;
import dev.biglittle.decode.DecodeEvent;
import dev.biglittle.decode.Model;
import dev.biglittle.decode.ModelDecoder;
import dev.biglittle.decode.Policy;
import dev.biglittle.decode.Predictions;
import dev.biglittle.pair.LoadedPair;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Graphs in 8-bit arithmetic, on random weights: what a token gives must not depend on its neighbours in the pass. */
class EightBitArithmeticTest {
    private static LoadedPair pair;

    @BeforeAll
    static void load() {
        pair = TinyPair.load();
    }

    @AfterAll
    static void close() {
        pair.close();
    }

    @Test
    void passesOfAnySizeGiveTheSameBits() {
        Random random = new Random(4);
        int[] source = TinyPair.tokens(random, 17);
        int[] target = TinyPair.tokens(random, 30);
        for (Model model : List.of(pair.small(), pair.large())) {
            try (ModelDecoder atOnce = model.encode(source); ModelDecoder inParts = model.encode(source)) {
                Predictions whole = atOnce.read(0, target);
                for (int from = 0, size; from < target.length; from += size) {
                    size = Math.min(1 + random.nextInt(3), target.length - from);
                    Predictions part = inParts.read(from, Arrays.copyOfRange(target, from, from + size));
                    assertThat(part.size()).isEqualTo(size);
                    for (int i = 0; i < size; i++) {
                        assertThat(part.candidates(i).probabilities())
                                .isEqualTo(whole.candidates(from + i).probabilities());
                        assertThat(part.token(i)).isEqualTo(whole.token(from + i));
                    }
                }
            }
        }
    }

    @Test
    void rollingBackAtDistanceZeroGivesTheLargeModelsTextExactly() {
        Random random = new Random(5);
        for (int i = 0; i < 30; i++) {
            int[] source = TinyPair.tokens(random, 5 + random.nextInt(20));
            assertThat(text(source, Policy.speculative(0.2, 6))).isEqualTo(text(source, Policy.largeAlone()));
        }
    }

    private static List<Integer> text(int[] source, Policy policy) {
        List<Integer> tokens = new ArrayList<>();
        Consumer<DecodeEvent> events = event -> {
            if (event instanceof DecodeEvent.Drafted drafted) {
                tokens.add(drafted.small().token());
            } else if (event instanceof DecodeEvent.Written written) {
                tokens.add(written.large().token());
            } else if (event instanceof DecodeEvent.RolledBack back) {
                tokens.subList(back.position(), tokens.size()).clear();
                tokens.add(back.large().token());
            }
        };
        new BigLittleDecoder(pair.small(), pair.large(), pair.description().decoderStart(),
                pair.description().endOfText()).decode(source, policy, 25, events, () -> false);
        return tokens;
    }
}
