package dev.biglittle.app.translate;

import dev.biglittle.decode.DecodeEvent;
import dev.biglittle.translate.EventTimes;
import dev.biglittle.translate.TranslationEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/**
 * Takes the models' steps from the worker thread, keeps them, and hands them on at the chosen pace, once per drawn
 * frame. All paces play the same recorded stream, and it can be played again from any step.
 */
public final class EventPlayer {
    /** Greatest number of events per frame, so that a long backlog does not hold up the window. */
    static final int MOST_PER_FRAME = 80;
    /** The same for remembered sentences, most of which are on the screen already. */
    static final int MOST_REMEMBERED_PER_FRAME = 2000;
    /** Time from step to step in slow motion. */
    static final long SLOW_STEP_NANOS = 400_000_000L;

    private final ObjectProperty<Pace> pace = new SimpleObjectProperty<>(Pace.FULL);
    private Queue<TranslationEvent> arriving = new ConcurrentLinkedQueue<>();
    private final List<TranslationEvent> recorded = new ArrayList<>();
    private final EventTimes times = new EventTimes();
    private int played;
    private long nextStepAt;
    private boolean stepAsked;
    private boolean rememberedAtOnce;
    /** Whether what comes now belongs to a sentence that is shown at once. */
    private boolean atOnce;
    /** Whether the viewer has seen enough of how it came to be. */
    private boolean hurried;
    /** Whether what is played was shown before, so that full speed is that of the clock and not of the models. */
    private boolean again;
    /** The time of the clock at which the text began, as full speed plays it again; null when not yet known. */
    private Long beganAt;

    /** Starts a new stream, remembered sentences at the same pace as new ones. */
    Consumer<TranslationEvent> start() {
        return start(false);
    }

    /**
     * Forgets the stream and starts a new one.
     *
     * @param rememberedSentencesAtOnce whether sentences that nobody writes now are shown at once, whatever the pace
     * @return takes the stream's events, from any thread
     */
    Consumer<TranslationEvent> start(boolean rememberedSentencesAtOnce) {
        rememberedAtOnce = rememberedSentencesAtOnce;
        Queue<TranslationEvent> stream = new ConcurrentLinkedQueue<>();
        arriving = stream;
        recorded.clear();
        times.clear();
        again = false;
        restartFrom(0);
        return stream::add;
    }

    /** Lets the next step through when the pace is {@link Pace#STEP}. */
    void step() {
        stepAsked = true;
    }

    /** Shows the rest at once, whatever the pace. */
    void hurry() {
        hurried = true;
        atOnce = true;
    }

    boolean isHurried() {
        return hurried;
    }

    /** Goes back to before the step that was shown last, and says whether there was one. */
    boolean back() {
        for (int i = played - 1; i >= 0; i--) {
            if (isStep(recorded.get(i))) {
                again = true;
                restartFrom(i);
                return true;
            }
        }
        return false;
    }

    /** Plays the stream from its start. */
    void restart() {
        again = true;
        restartFrom(0);
    }

    private void restartFrom(int position) {
        played = position;
        atOnce = false;
        hurried = false;
        nextStepAt = Long.MIN_VALUE;
        stepAsked = false;
        beganAt = null;
    }

    /**
     * Hands on what is due.
     *
     * @param now nanoseconds, as {@link System#nanoTime()}
     */
    void play(long now, Consumer<TranslationEvent> out) {
        takeIn();
        if (pace.get() != Pace.FULL) {
            beganAt = null;
        } else if (beganAt == null && played < recorded.size()) {
            beganAt = now - times.at(played);
        }
        int remembered = 0;
        for (int i = 0; i < MOST_PER_FRAME && remembered < MOST_REMEMBERED_PER_FRAME && played < recorded.size(); ) {
            TranslationEvent next = recorded.get(played);
            if (next instanceof TranslationEvent.SentenceStarted started) {
                atOnce = hurried || rememberedAtOnce && !again && started.remembered();
            }
            if (!atOnce && isStep(next) && !isDue(now)) {
                return;
            }
            if (atOnce) {
                remembered++;
            } else {
                i++;
            }
            played++;
            out.accept(next);
        }
    }

    private void takeIn() {
        for (TranslationEvent next = arriving.poll(); next != null; next = arriving.poll()) {
            recorded.add(next);
            times.add(next);
        }
    }

    private boolean isDue(long now) {
        return switch (pace.get()) {
            case FULL -> !again || now - beganAt >= times.at(played);
            case SLOW -> {
                boolean due = now >= nextStepAt;
                nextStepAt = due ? now + SLOW_STEP_NANOS : nextStepAt;
                yield due;
            }
            case STEP -> {
                boolean due = stepAsked;
                stepAsked = false;
                yield due;
            }
        };
    }

    /** Whether a viewer sees something happen; the rest passes with the step before it. */
    static boolean isStep(TranslationEvent event) {
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
        return arriving.isEmpty() && played == recorded.size();
    }

    /** What was handed on since the stream's start, in order. */
    List<TranslationEvent> played() {
        return Collections.unmodifiableList(recorded.subList(0, played));
    }

    /** Everything that has come so far. */
    List<TranslationEvent> recorded() {
        takeIn();
        return Collections.unmodifiableList(recorded);
    }

    public ObjectProperty<Pace> paceProperty() {
        return pace;
    }
}
