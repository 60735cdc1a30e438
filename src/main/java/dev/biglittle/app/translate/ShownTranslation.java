package dev.biglittle.app.translate;

import dev.biglittle.app.history.PastTranslation;
import dev.biglittle.app.marked.TranslationText;
import dev.biglittle.app.timeline.TimelineViewModel;
import dev.biglittle.decode.Statistics;
import dev.biglittle.recording.Recording;
import dev.biglittle.translate.Transcript;
import dev.biglittle.translate.TranslationEvent;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The translation on the screen: plays its steps, forwards, back and again, and knows how it came to be. */
public final class ShownTranslation {
    private final Freshness freshness;
    private final StatusViewModel status;
    private final MessageLine message;
    private final ReadOnlyObjectWrapper<State> state;
    private final LongSupplier clock;
    private final Playback playback;
    private final ReadOnlyBooleanWrapper animated = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper replayable = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper growing = new ReadOnlyBooleanWrapper();

    /** What is being written or played; null if nothing is. */
    private Order running;
    /** Null until something was shown. */
    private Provenance provenance;
    /** Null until the models are done. */
    private Statistics statistics;
    private BiConsumer<PastTranslation, Boolean> onDone = (done, wasUnasked) -> { };

    /** @param clock nanoseconds, as {@link System#nanoTime()} */
    ShownTranslation(Freshness freshness, StatusViewModel status, MessageLine message,
                     ReadOnlyObjectWrapper<State> state, LongSupplier clock) {
        this.freshness = freshness;
        this.status = status;
        this.message = message;
        this.state = state;
        this.clock = clock;
        playback = new Playback(message);
        player().paceProperty().addListener((property, was, is) -> {
            if (running != null) {
                message.translating(is);
            }
        });
    }

    /**
     * Takes the place of what is shown.
     *
     * @param knownAtOnce whether sentences that were translated before are shown at once, and stay if they stand
     * @return takes the events, from any thread
     */
    Consumer<TranslationEvent> begin(Order order, Provenance how, boolean knownAtOnce) {
        setRunning(order);
        provenance = how;
        status.shows(isKept() ? how.madeWith() : null);
        statistics = null;
        replayable.set(false);
        freshness.show(order);
        animated.set(true);
        // no policy: what another pair may have written must not stay as if this one had
        return playback.start(how.kind() == Provenance.Kind.BROUGHT_BACK ? null : order.policy(), knownAtOnce);
    }

    /** All events have come, though perhaps not all are shown yet. */
    void complete(Statistics counted) {
        statistics = counted;
        replayable.set(true);
        status.finished(counted);
        timeline().setTotal(counted.totalNanos());
        state.set(State.PLAYING);
        if (provenance.isNew()) {
            // now: whoever closes the window or types on before the last step is shown does not lose it
            Order order = freshness.shown();
            Transcript whole = new Transcript();
            player().recorded().forEach(whole::accept);
            onDone.accept(new PastTranslation(provenance.madeWith(), order.text(), whole.text(), order.policy(),
                    List.copyOf(player().recorded())), provenance.kind() == Provenance.Kind.WHILE_TYPING);
        }
    }

    /** Shows all of it at once; to be asked for only if {@link #isComplete()}. */
    void hurry() {
        player().hurry();
    }

    /** No more of it comes, and what is shown stays. */
    void stop() {
        setRunning(null);
        playback.end();
    }

    /** Shows nothing any more. */
    void clear(Order order) {
        setRunning(null);
        provenance = null;
        status.shows(null);
        freshness.show(null);
        replayable.set(false);
        playback.start(order.policy(), false);
    }

    private void setRunning(Order order) {
        running = order;
        growing.set(order != null);
    }

    /** Whether that is being written or played. */
    boolean isRunning(Order order) {
        return running == order;
    }

    boolean isRunning() {
        return running != null;
    }

    /** Whether it is only played: the models are done with it, or it is one that was kept. */
    boolean isComplete() {
        return running != null && statistics != null;
    }

    /** Whether what is being written or played is not one that was kept. */
    boolean isNew() {
        return running != null && provenance.isNew();
    }

    /** Whether the models were stopped before its end; to be asked when all events have come. */
    boolean isCutShort() {
        List<TranslationEvent> events = player().recorded();
        return !events.isEmpty() && events.get(events.size() - 1) instanceof TranslationEvent.Finished finished
                && finished.cancelled();
    }

    /** Whether it was made before: out of the history or a recording. */
    boolean isKept() {
        return provenance != null && !provenance.isNew();
    }

    /** Whether it is out of a recording. */
    boolean isOpened() {
        return provenance != null && provenance.kind() == Provenance.Kind.OPENED;
    }

    /** How many sentences the models wrote; those that were translated before do not count. */
    int newSentences() {
        return playback.sentences(false) - playback.sentences(true);
    }

    /** Shows the next step, when the pace is {@link Pace#STEP}. */
    public void step() {
        if (running != null && player().paceProperty().get() == Pace.STEP) {
            playback.step();
        }
    }

    /** Shows what was shown before the last step, and from there goes on step by step. */
    public void stepBack() {
        if (running != null || replayable.get()) {
            player().paceProperty().set(Pace.STEP);
            playAgain();
            playback.back(clock.getAsLong());
        }
    }

    /** Plays the steps from their start, at the chosen pace. */
    public void replay() {
        if (replayable.get()) {
            playAgain();
            playback.restart();
            message.translating(player().paceProperty().get());
        }
    }

    private void playAgain() {
        if (running == null) {
            setRunning(freshness.shown());
            state.set(State.PLAYING);
            animated.set(true);
        }
    }

    /** The translation with all its steps; to be asked only while {@link #replayableProperty()} holds. */
    public Recording recording() {
        return new Recording(provenance.madeWith(), freshness.shown().text(), provenance.settings(), player().recorded());
    }

    /**
     * Shows what is due. To be called before every frame while {@link #animatedProperty()} holds.
     *
     * @param now nanoseconds, as {@link System#nanoTime()}
     */
    public void frame(long now) {
        if (running != null) {
            playback.play(now);
            if (statistics == null) {
                status.running(now);
            } else if (player().isDrained()) {
                stop();
                tellDone();
                state.set(State.READY);
                if (provenance.kind() == Provenance.Kind.BROUGHT_BACK) {
                    // last: under other thresholds, which the window keeps, it would only be called outdated
                    message.broughtBack();
                }
            }
        }
        if (running == null || player().paceProperty().get() != Pace.STEP) {
            text().dropGhosts(now);
        }
        playback.publish();
        animated.set(running != null || text().hasGhosts());
    }

    private void tellDone() {
        if (isOpened() && message.stillSays()) {
            // whoever opened the recording has said so
            return;
        }
        message.done(text().totalProperty().get(), statistics, playback.sentences(false), playback.sentences(true),
                playback.sentencesCutOff());
    }

    /** @param done told of each translation that the models have finished, and whether it was made unasked, while the text was typed */
    void setOnDone(BiConsumer<PastTranslation, Boolean> done) {
        onDone = done;
    }

    TranslationText text() {
        return playback.text();
    }

    public TimelineViewModel timeline() {
        return playback.timeline();
    }

    public EventPlayer player() {
        return playback.player();
    }

    /** Whether the models are done with it, so that it can be played again. */
    public ReadOnlyBooleanProperty replayableProperty() {
        return replayable.getReadOnlyProperty();
    }

    /** Whether more of it is still to be shown, so that its text is not whole. */
    public ReadOnlyBooleanProperty growingProperty() {
        return growing.getReadOnlyProperty();
    }

    /** Whether {@link #frame} has something to do. */
    public ReadOnlyBooleanProperty animatedProperty() {
        return animated.getReadOnlyProperty();
    }
}
