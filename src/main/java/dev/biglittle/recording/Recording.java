package dev.biglittle.recording;

import dev.biglittle.decode.Mode;
import dev.biglittle.decode.Policy;
import dev.biglittle.decode.Statistics;
import dev.biglittle.translate.TranslationEvent;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * One translation from its first step to its last.
 *
 * @param source the text that was translated
 * @param events everything that happened, in order; the last is {@link TranslationEvent.Finished}
 */
public record Recording(MadeWith madeWith, String source, Settings settings, List<TranslationEvent> events) {
    /**
     * What translated.
     *
     * @param program        version of this program
     * @param pair           name of the pair
     * @param sourceLanguage ISO 639 code
     * @param targetLanguage ISO 639 code
     * @param provider       what the models ran on, such as "CPU"
     * @param threads        threads within one model call
     */
    public record MadeWith(String program, String pair, String sourceLanguage, String targetLanguage, String provider,
                           int threads) {
        public MadeWith {
            Stream.of(program, pair, sourceLanguage, targetLanguage, provider).forEach(Objects::requireNonNull);
        }
    }

    /**
     * Who wrote when.
     *
     * @param fallback alpha_FB, a probability
     * @param rollback alpha_RB, a distance; infinity for never
     * @param maxRun   longest run of small tokens, as {@link Policy#maxRun} counts it
     */
    public record Settings(Mode mode, double fallback, double rollback, int maxRun) {
        /** What makes that policy: where nothing but the large model's own choices stand, that is what to call it. */
        public static Settings of(Policy policy) {
            return Stream.concat(Stream.of(Mode.SPECULATIVE), Arrays.stream(Mode.values()))
                    .map(mode -> new Settings(mode, policy.fallback(), policy.rollback(), policy.maxRun()))
                    .filter(settings -> settings.policy().equals(policy)).findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no mode makes " + policy));
        }

        /** @throws dev.biglittle.problem.Problem if a threshold is out of its range */
        public Policy policy() {
            return mode.policy(fallback, rollback, maxRun);
        }
    }

    public Recording {
        events = List.copyOf(events);
        if (events.isEmpty() || !(events.get(events.size() - 1) instanceof TranslationEvent.Finished)) {
            throw new IllegalArgumentException("a recording ends with the end of its translation");
        }
    }

    /** The counts and times of the whole. */
    public Statistics statistics() {
        return ((TranslationEvent.Finished) events.get(events.size() - 1)).statistics();
    }
}
