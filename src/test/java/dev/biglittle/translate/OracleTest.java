package dev.biglittle.translate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.Gson;
import dev.biglittle.decode.BigLittleDecoder;
import dev.biglittle.decode.DecodeEvent;
import dev.biglittle.decode.Mode;
import dev.biglittle.decode.Origin;
import dev.biglittle.decode.Policy;
import dev.biglittle.onnx.EmbeddedPair;
import dev.biglittle.pair.LoadedPair;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/**
 * The engine on the real pair against an independent implementation: {@code onnx-export/oracle} runs Algorithm 1 in
 * Python with full forward passes instead of caches, on the PyTorch checkpoints or, for 8-bit arithmetic, on the pair's own
 * graphs, and wrote down tokens and origins.
 */
class OracleTest {
    /**
     * What floats added in another order may change.
     *
     * @param margin     a decision by a smaller margin may go either way
     * @param closeCalls greatest share of texts with a close call that went the other way
     * @param distance   greatest difference of a distance -ln p
     */
    private record Tolerance(double margin, double closeCalls, double distance) {
        /** Arithmetic in floats. */
        static final Tolerance FLOATS = new Tolerance(1e-4, 0.02, 2e-3);
        /**
         * Arithmetic in 8 bits: on the processor that the oracle ran on every bit agrees; another one adds the floats
         * between the matrices in another order, and roundings tip over.
         */
        static final Tolerance EIGHT_BITS = new Tolerance(0.5, 0.05, 1.5);

        static Tolerance of(LoadedPair pair) {
            return pair.description().large().weights().equals("w8a8") ? EIGHT_BITS : FLOATS;
        }
    }

    /** One line of the oracle. Thresholds are null for one model alone, distances for tokens that were never judged as a draft. */
    private record Wanted(String source, int[] sourceIds, String mode, Double fallback, Double rollback, String maxRun,
                          List<Integer> ids, List<String> origins, List<Double> probabilities, List<Double> distances,
                          Margins margins) {
        String run() {
            return fallback == null ? mode : mode + " " + fallback + " " + rollback + " " + maxRun;
        }

        Policy policy() {
            return fallback == null ? Mode.of(mode).policy(0, 0, 0) : Mode.of(mode).policy(fallback, rollback, longestRun());
        }

        private int longestRun() {
            return Policy.RUN_WORDS.containsKey(maxRun) ? Policy.RUN_WORDS.get(maxRun) : Integer.parseInt(maxRun);
        }
    }

    /** How close the closest decision of a text was; null where there was none of the kind. */
    private record Margins(Double fallback, Double rollback, Double best) {
        boolean anyBelow(double limit) {
            return isBelow(fallback, limit) || isBelow(rollback, limit) || isBelow(best, limit);
        }

        private static boolean isBelow(Double margin, double limit) {
            return margin != null && margin < limit;
        }
    }

    private static final class Found {
        final List<Integer> ids = new ArrayList<>();
        final List<String> origins = new ArrayList<>();
        final List<Double> distances = new ArrayList<>();

        void accept(DecodeEvent event) {
            if (event instanceof DecodeEvent.Drafted drafted) {
                add(drafted.position(), drafted.small().token(), Origin.SMALL);
            } else if (event instanceof DecodeEvent.Written written) {
                add(written.position(), written.large().token(), written.origin());
            } else if (event instanceof DecodeEvent.RolledBack back) {
                add(back.position(), back.large().token(), Origin.ROLLBACK);
            } else if (event instanceof DecodeEvent.Reviewed reviewed) {
                for (int i = 0; i < reviewed.distances().size(); i++) {
                    distances.set(reviewed.position() + i, (double) reviewed.distances().get(i));
                }
            }
        }

        private void add(int position, int id, Origin origin) {
            ids.subList(position, ids.size()).clear();
            origins.subList(position, origins.size()).clear();
            distances.subList(position, distances.size()).clear();
            ids.add(id);
            origins.add(origin.label());
            distances.add(null);
        }
    }

    @Test
    void tokensAndOriginsAreThoseOfTheOracle() throws IOException {
        Map<String, int[]> counts = new LinkedHashMap<>();
        Tolerance tolerance;
        try (LoadedPair pair = EmbeddedPair.load()) {
            tolerance = Tolerance.of(pair);
            for (Wanted wanted : oracle()) {
                assertThat(pair.tokenizer().encode(wanted.source())).isEqualTo(wanted.sourceIds());
                Found found = new Found();
                new BigLittleDecoder(pair.small(), pair.large(), pair.description().decoderStart(),
                        pair.description().endOfText()).decode(wanted.sourceIds(), wanted.policy(),
                        pair.description().targetTokenLimit(), found::accept, () -> false);
                int[] count = counts.computeIfAbsent(wanted.run(), run -> new int[2]);
                count[0]++;
                if (found.ids.equals(wanted.ids()) && found.origins.equals(wanted.origins())) {
                    assertDistances(wanted, found, tolerance);
                } else {
                    assertThat(wanted.margins().anyBelow(tolerance.margin()))
                            .as("%s: '%s' differs without a close call%nwanted %s %s%nfound  %s %s", wanted.run(),
                                    wanted.source(), wanted.ids(), wanted.origins(), found.ids, found.origins)
                            .isTrue();
                    count[1]++;
                }
            }
        }
        counts.forEach((run, count) -> System.out.println("oracle, " + run + ": " + (count[0] - count[1]) + " of "
                + count[0] + " texts equal in every token and origin; the others differ after a close call"));
        assertThat(counts).hasSize(8);
        assertThat(counts.values()).allSatisfy(count ->
                assertThat((double) count[1]).isLessThanOrEqualTo(tolerance.closeCalls() * count[0]));
    }

    private static void assertDistances(Wanted wanted, Found found, Tolerance tolerance) {
        for (int i = 0; i < wanted.ids().size(); i++) {
            if (wanted.distances().get(i) != null) {
                assertThat(found.distances.get(i)).as("distance of token %d of '%s'", i, wanted.source())
                        .isCloseTo(wanted.distances().get(i), within(tolerance.distance()));
            }
        }
    }

    private static List<Wanted> oracle() throws IOException {
        Gson gson = new Gson();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(new GZIPInputStream(
                OracleTest.class.getResourceAsStream("/oracle/texts.jsonl.gz")), StandardCharsets.UTF_8))) {
            return lines.lines().map(line -> gson.fromJson(line, Wanted.class)).toList();
        }
    }
}
