package dev.biglittle.app.translate;

import dev.biglittle.decode.DecodeEvent;
import dev.biglittle.translate.TranslationEvent;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/**
 * Takes the models' steps from the worker thread and hands them on at the chosen pace, once per drawn frame. All paces
 * play the same stream.
 */
public final class EventPlayer {
    /** Greatest number of events per frame, so that a long backlog does not hold up the window. */
    static final int MOST_PER_FRAME = 80;
    /** The same for remembered sentences, most of which are on the screen already. */
    static final int MOST_REMEMBERED_PER_FRAME = 2000;
    /** Time from step to step in slow motion. */
    static final long SLOW_STEP_NANOS = 400_000_000L;

    private final ObjectProperty<Pace> pace = new SimpleObjectProperty<>(Pace.FULL);
    private Queue<TranslationEvent> events = new ConcurrentLinkedQueue<>();
    private long nextStepAt;
    private boolean stepAsked;
    private boolean rememberedAtOnce;
    /** Whether what comes now belongs to a sentence that is shown at once. */
    private boolean atOnce;

    /** Starts a new stream, remembered sentences at the same pace as new ones. */
    Consumer<TranslationEvent> start() {
        return start(false);
    }

    /**
     * Forgets what was not played yet and starts a new stream.
     *
     * @param rememberedSentencesAtOnce whether sentences that nobody writes now are shown at once, whatever the pace
     * @return takes the stream's events, from any thread
     */
    Consumer<TranslationEvent> start(boolean rememberedSentencesAtOnce) {
        rememberedAtOnce = rememberedSentencesAtOnce;
        atOnce = false;
        Queue<TranslationEvent> stream = new ConcurrentLinkedQueue<>();
        events = stream;
        nextStepAt = Long.MIN_VALUE;
        stepAsked = false;
        return stream::add;
    }

    /** Lets the next step through when the pace is {@link Pace#STEP}. */
    void step() {
        stepAsked = true;
    }

    /**
     * Hands on what is due.
     *
     * @param now nanoseconds, as {@link System#nanoTime()}
     */
    void play(long now, Consumer<TranslationEvent> out) {
        Queue<TranslationEvent> stream = events;
        int remembered = 0;
        for (int i = 0; i < MOST_PER_FRAME && remembered < MOST_REMEMBERED_PER_FRAME; ) {
            TranslationEvent next = stream.peek();
            if (next instanceof TranslationEvent.SentenceStarted started) {
                atOnce = rememberedAtOnce && started.remembered();
            }
            if (next == null || !atOnce && isStep(next) && !isDue(now)) {
                return;
            }
            if (atOnce) {
                remembered++;
            } else {
                i++;
            }
            out.accept(stream.remove());
        }
    }

    private boolean isDue(long now) {
        if (pace.get() == Pace.STEP) {
            boolean due = stepAsked;
            stepAsked = false;
            return due;
        }
        if (pace.get() == Pace.SLOW) {
            if (now < nextStepAt) {
                return false;
            }
            nextStepAt = now + SLOW_STEP_NANOS;
        }
        return true;
    }

    /** Whether a viewer sees something happen; the rest passes with the step before it. */
    private static boolean isStep(TranslationEvent event) {
        if (!(event instanceof TranslationEvent.Step step)) {
            return false;
        }
        DecodeEvent what = step.event();
        return what instanceof DecodeEvent.Drafted || what instanceof DecodeEvent.FellBack
                || what instanceof DecodeEvent.RolledBack || what instanceof DecodeEvent.Written
                || what instanceof DecodeEvent.Reviewed reviewed && !reviewed.distances().isEmpty();
    }

    /** Whether everything that has come so far was handed on. */
    boolean isDrained() {
        return events.isEmpty();
    }

    public ObjectProperty<Pace> paceProperty() {
        return pace;
    }
}
