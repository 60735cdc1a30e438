package dev.biglittle.decode;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Big Little Decoder (Kim et al., arXiv 2302.07863, Algorithm 1), greedy, for one text at a time: a small model writes,
 * a large one takes over where the small one is unsure, and reviews what was written since it last looked.
 *
 * <p>Nothing of a text remains, but what a run length that adapts has learned. The models belong to the caller.
 */
public final class BigLittleDecoder {
    private final Model small;
    private final Model large;
    private final int decoderStart;
    private final int endOfText;
    private final Map<Policy, AdaptiveRunLength> learned = new HashMap<>();

    public BigLittleDecoder(Model small, Model large, int decoderStart, int endOfText) {
        this.small = small;
        this.large = large;
        this.decoderStart = decoderStart;
        this.endOfText = endOfText;
    }

    /**
     * Writes the target text of one source text. Every token goes to {@code events} as it is written.
     *
     * @param source      token ids, end-of-text included; an empty source gives an empty text
     * @param policy      who writes when
     * @param lengthLimit greatest number of target tokens, at least 1
     * @param events      called on this thread
     * @param cancelled   asked before every model call; once true, the text ends as it stands
     * @return the counts, as in the last event
     */
    public Statistics decode(int[] source, Policy policy, int lengthLimit, Consumer<DecodeEvent> events,
                             BooleanSupplier cancelled) {
        if (lengthLimit < 1) {
            throw new IllegalArgumentException("a text of " + lengthLimit + " tokens cannot be written");
        }
        long start = System.nanoTime();
        TargetText text = new TargetText(decoderStart, endOfText, lengthLimit);
        try (ModelReader smallReader = new ModelReader(small, false, source, start, cancelled, events);
             ModelReader largeReader = new ModelReader(large, true, source, start, cancelled, events)) {
            Writing writing = new Writing(text, policy, runLength(policy), smallReader, largeReader, events);
            FinishReason reason;
            try {
                if (source.length > 0) {
                    writing.run();
                }
                reason = source.length == 0 || text.endsItself() ? FinishReason.END_OF_TEXT : FinishReason.LENGTH_LIMIT;
            } catch (CancellationException stopped) {
                reason = FinishReason.CANCELLED;
            }
            Statistics statistics = writing.statistics(source.length, System.nanoTime() - start);
            events.accept(new DecodeEvent.Finished(reason, statistics));
            return statistics;
        }
    }

    private RunLength runLength(Policy policy) {
        if (policy.maxRun() == Policy.CONFIDENT_RUN) {
            return new ConfidentRunLength(policy.fallback());
        }
        if (policy.maxRun() != Policy.ADAPTIVE_RUN) {
            return new FixedRunLength(policy.maxRun());
        }
        // what is kept depends on the thresholds, so each policy learns for itself
        AdaptiveRunLength adaptive = learned.computeIfAbsent(policy, any -> new AdaptiveRunLength(new MeasuredCosts()));
        adaptive.begin();
        return adaptive;
    }
}
