package dev.biglittle.translate;

import dev.biglittle.decode.DecodeEvent;
import dev.biglittle.decode.FinishReason;
import dev.biglittle.decode.Statistics;
import dev.biglittle.text.Segment;
import java.util.List;

/** What happens while a text of several sentences is translated, in order. */
public sealed interface TranslationEvent {
    /** The text was split; these sentences are to come. Always the first event. */
    record Planned(List<Segment> sentences) implements TranslationEvent {
    }

    /**
     * A sentence begins.
     *
     * @param index      sentence number from 0
     * @param start      where it begins in the source text, in chars
     * @param end        where it ends in the source text, exclusive
     * @param before     what stands before it in the source and is copied into the translation: white space, bullets, rules
     * @param source     the sentence
     * @param startNanos nanoseconds from the start of the whole text; the times of its steps count from here
     * @param remembered whether its steps come from a {@link SentenceMemory}; their times are those of back then, and
     *                   the sentences after it begin as if they had been spent now
     */
    record SentenceStarted(int index, int start, int end, String before, String source, long startNanos,
                           boolean remembered) implements TranslationEvent {
        /** A sentence that the models write now. */
        public SentenceStarted(int index, int start, int end, String before, String source, long startNanos) {
            this(index, start, end, before, source, startNanos, false);
        }

        /** The same sentence, not written now. */
        public SentenceStarted asRemembered() {
            return new SentenceStarted(index, start, end, before, source, startNanos, true);
        }
    }

    /**
     * One step of the decoder within a sentence.
     *
     * @param piece      what a new token adds to the sentence; empty for events without a new token
     * @param smallTop   texts of the small model's candidates, best first; empty where it was not asked
     * @param largeTop   texts of the large model's candidates, one list per judged position or one for a new token
     */
    record Step(int sentence, DecodeEvent event, String piece, List<String> smallTop, List<List<String>> largeTop)
            implements TranslationEvent {
        /** Whether the sentence ends here because it reached the pair's limit of target tokens, so that it may lack something. */
        public boolean cutsOff() {
            return event instanceof DecodeEvent.Finished finished && finished.reason() == FinishReason.LENGTH_LIMIT;
        }

        /** The same step in a sentence of another number. */
        Step in(int otherSentence) {
            return new Step(otherSentence, event, piece, smallTop, largeTop);
        }
    }

    /** All sentences are written, or the work was cancelled; {@code after} is what is copied at the end. */
    record Finished(boolean cancelled, String after, Statistics statistics) implements TranslationEvent {
    }
}
