package dev.biglittle.translate;

import dev.biglittle.decode.DecodeEvent;
import dev.biglittle.decode.Timing;
import java.util.Arrays;

/** When each event of a stream came about, read from the times of the model calls. Not thread-safe. */
public final class EventTimes {
    private long[] times = new long[64];
    private int size;
    private long sentenceStart;

    /** Takes the next event of the stream. */
    public void add(TranslationEvent event) {
        long before = size == 0 ? 0 : times[size - 1];
        long time = before;
        if (event instanceof TranslationEvent.SentenceStarted started) {
            sentenceStart = started.startNanos();
            time = sentenceStart;
        } else if (event instanceof TranslationEvent.Step step) {
            Timing timing = timing(step.event());
            // what has no call of its own came with the call before it
            time = timing == null ? before : sentenceStart + timing.startNanos() + timing.nanos();
        } else if (event instanceof TranslationEvent.Finished finished) {
            time = finished.statistics().totalNanos();
        }
        if (size == times.length) {
            times = Arrays.copyOf(times, 2 * size);
        }
        times[size++] = Math.max(before, time);
    }

    private static Timing timing(DecodeEvent event) {
        return event instanceof DecodeEvent.Encoded encoded ? encoded.timing()
                : event instanceof DecodeEvent.Drafted drafted ? drafted.timing()
                : event instanceof DecodeEvent.FellBack fellBack ? fellBack.timing()
                : event instanceof DecodeEvent.Reviewed reviewed ? reviewed.timing() : null;
    }

    /** Nanoseconds from the start of the text to the end of the call that brought event {@code index}. */
    public long at(int index) {
        if (index >= size) {
            throw new IndexOutOfBoundsException("event " + index + " of " + size);
        }
        return times[index];
    }

    public void clear() {
        size = 0;
        sentenceStart = 0;
    }
}
