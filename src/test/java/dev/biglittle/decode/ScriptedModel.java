package dev.biglittle.decode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * A model whose next-token distribution is a function of the tokens before. It keeps a cache as a real one does, so a
 * wrong {@code keep} makes it speak about the wrong beginning.
 */
final class ScriptedModel implements Model {
    /** Probability of every token after a beginning (decoder start first). */
    private final Function<List<Integer>, double[]> script;
    int opened;
    int closed;
    int passes;
    int tokensRead;
    int lastKeep;

    ScriptedModel(Function<List<Integer>, double[]> script) {
        this.script = script;
    }

    /** Writes {@code tokens} one after another, each with {@code probability}, over a vocabulary of {@code size}. */
    static ScriptedModel writing(int size, double probability, int... tokens) {
        return new ScriptedModel(beginning -> {
            double[] p = new double[size];
            Arrays.fill(p, (1 - probability) / (size - 1));
            p[tokens[Math.min(beginning.size() - 1, tokens.length - 1)]] = probability;
            return p;
        });
    }

    double[] distribution(List<Integer> beginning) {
        return script.apply(beginning);
    }

    @Override
    public ModelDecoder encode(int[] source) {
        opened++;
        List<Integer> cache = new ArrayList<>();
        return new ModelDecoder() {
            @Override
            public Predictions read(int keep, int[] tokens) {
                passes++;
                tokensRead += tokens.length;
                lastKeep = keep;
                cache.subList(keep, cache.size()).clear();
                int top = 2;
                int[] ids = new int[tokens.length * top];
                float[] probabilities = new float[ids.length];
                float[] nll = new float[tokens.length];
                for (int t = 0; t < tokens.length; t++) {
                    cache.add(tokens[t]);
                    double[] p = script.apply(List.copyOf(cache));
                    int best = best(p, -1);
                    int second = best(p, best);
                    ids[t * top] = best;
                    ids[t * top + 1] = second;
                    probabilities[t * top] = (float) p[best];
                    probabilities[t * top + 1] = (float) p[second];
                    nll[t] = t + 1 < tokens.length ? (float) -Math.log(p[tokens[t + 1]]) : 0;
                }
                return new Predictions(top, ids, probabilities, nll);
            }

            @Override
            public void close() {
                closed++;
            }
        };
    }

    static int best(double[] p, int except) {
        int best = except == 0 ? 1 : 0;
        for (int i = 0; i < p.length; i++) {
            if (i != except && p[i] > p[best]) {
                best = i;
            }
        }
        return best;
    }
}
