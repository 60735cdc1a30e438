package dev.biglittle.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The engine against {@link NaiveReference}, and the paper's limits, on thousands of random pairs of models. */
class RandomPairsTest {
    private static final int VOCABULARY = 6;
    private static final int END = 1;
    private static final int CASES = 3000;

    /** A model that agrees with its twin as often as {@code noise} is small; deterministic in seed and beginning. */
    private static ScriptedModel random(long shared, long own, double noise) {
        return new ScriptedModel(beginning -> {
            Random common = new Random(shared * 31 + beginning.hashCode());
            Random mine = new Random(own * 31 + beginning.hashCode());
            double[] p = new double[VOCABULARY];
            double sum = 0;
            for (int i = 0; i < VOCABULARY; i++) {
                p[i] = Math.exp(4 * common.nextDouble() + 4 * noise * mine.nextDouble());
                sum += p[i];
            }
            for (int i = 0; i < VOCABULARY; i++) {
                p[i] /= sum;
            }
            return p;
        });
    }

    private static Recording decode(ScriptedModel small, ScriptedModel large, Policy policy, int limit) {
        Recording recording = new Recording();
        new BigLittleDecoder(small, large, 0, END).decode(new int[] {END}, policy, limit, recording, () -> false);
        return recording;
    }

    /** What one model writes, without the decoder under test. */
    private static List<Integer> greedy(Model model, int limit) {
        List<Integer> text = new ArrayList<>();
        int token = 0;
        try (ModelDecoder decoder = model.encode(new int[] {END})) {
            while (text.size() < limit && token != END) {
                token = decoder.read(text.size(), new int[] {token}).last().token();
                text.add(token);
            }
        }
        return text;
    }

    @Test
    void engineEqualsTheReferenceInEveryMode() {
        Random random = new Random(7);
        for (int i = 0; i < CASES; i++) {
            long seed = random.nextLong();
            ScriptedModel small = random(seed, 1, random.nextDouble());
            ScriptedModel large = random(seed, 2, random.nextDouble());
            Mode mode = Mode.values()[i % Mode.values().length];
            int run = random.nextInt(8);
            Policy policy = mode.policy(random.nextDouble(), 4 * random.nextDouble(), run < 6 ? run : Policy.CONFIDENT_RUN);
            int limit = 1 + random.nextInt(20);
            Recording found = decode(small, large, policy, limit);
            List<NaiveReference.Token> wanted = NaiveReference.decode(small, large, policy, END, limit);
            assertThat(found.tokens).as("tokens of case %d, %s, limit %d", i, policy, limit)
                    .isEqualTo(wanted.stream().map(NaiveReference.Token::id).toList());
            assertThat(found.origins).as("origins of case %d, %s, limit %d", i, policy, limit)
                    .isEqualTo(wanted.stream().map(NaiveReference.Token::origin).toList());
        }
    }

    @Test
    void limitsOfTheThresholdsGiveOneModelsText() {
        Random random = new Random(8);
        for (int i = 0; i < CASES; i++) {
            long seed = random.nextLong();
            ScriptedModel small = random(seed, 1, 0.5);
            ScriptedModel large = random(seed, 2, 0.5);
            int limit = 1 + random.nextInt(20);
            int maxRun = random.nextInt(6);
            List<Integer> largeText = greedy(large, limit);
            assertThat(decode(small, large, Policy.largeAlone(), limit).tokens).isEqualTo(largeText);
            assertThat(decode(small, large, Policy.bigLittle(1.1, 3, maxRun), limit).tokens)
                    .as("always falling back").isEqualTo(largeText);
            assertThat(decode(small, large, Policy.speculative(random.nextDouble(), maxRun), limit).tokens)
                    .as("rolling back at distance 0").isEqualTo(largeText);
            assertThat(decode(small, large, Policy.speculative(random.nextDouble(), Policy.ADAPTIVE_RUN), limit).tokens)
                    .as("runs that adapt").isEqualTo(largeText);
            assertThat(decode(small, large, Policy.speculative(random.nextDouble(), Policy.CONFIDENT_RUN), limit).tokens)
                    .as("runs until unsure").isEqualTo(largeText);
            assertThat(decode(small, large,
                    new Policy(true, 0, Double.POSITIVE_INFINITY, Policy.NO_MAX_RUN, false, false, false), limit).tokens)
                    .as("never asking").isEqualTo(greedy(small, limit));
        }
    }
}
