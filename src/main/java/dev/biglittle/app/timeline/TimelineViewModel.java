package dev.biglittle.app.timeline;

import dev.biglittle.app.marked.TokenAt;
import dev.biglittle.translate.TranslationEvent;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What part of the timeline is in sight, and which call or token the user points at. */
public final class TimelineViewModel {
    /** Shortest time in sight: 0.2 ms. */
    static final double SHORTEST = 200_000;
    /** Length of an empty timeline: 0.1 s. */
    static final double EMPTY = 100_000_000;

    private final Timeline timeline = new Timeline();
    private final ReadOnlyLongWrapper revision = new ReadOnlyLongWrapper();
    private final ReadOnlyDoubleWrapper from = new ReadOnlyDoubleWrapper();
    private final ReadOnlyDoubleWrapper length = new ReadOnlyDoubleWrapper(EMPTY);
    private final ReadOnlyIntegerWrapper picked = new ReadOnlyIntegerWrapper(-1);
    private final ReadOnlyObjectWrapper<List<Integer>> linked = new ReadOnlyObjectWrapper<>(List.of());
    private long knownTotal;
    private boolean fitted = true;
    private boolean changed;

    /** Starts an empty timeline. */
    public void clear() {
        timeline.rewind(0);
        knownTotal = 0;
        fitted = true;
        changed = true;
        pick(-1);
        publish();
    }

    public void accept(TranslationEvent event) {
        timeline.accept(event);
        changed = true;
    }

    /** Forgets a sentence and all after it. */
    public void rewind(int sentence) {
        timeline.rewind(sentence);
        changed = true;
    }

    /** How long the whole takes is known now, though perhaps not all of it is shown. */
    public void setTotal(long nanos) {
        knownTotal = nanos;
        changed = true;
    }

    /** Makes what came since the last call visible. */
    public void publish() {
        if (!changed) {
            return;
        }
        changed = false;
        if (picked.get() >= timeline.spans().size()) {
            pick(-1);
        }
        linked.set(List.of());
        if (fitted) {
            show(0, total());
        }
        revision.set(revision.get() + 1);
    }

    /** Length of the whole in nanoseconds. */
    public double total() {
        double known = Math.max(knownTotal, timeline.end());
        return known > 0 ? known : EMPTY;
    }

    /** Shows the whole, and goes on doing so while it grows. */
    public void fit() {
        fitted = true;
        show(0, total());
    }

    /**
     * Shows more or less.
     *
     * @param factor above 1 to look closer
     * @param anchor the time that keeps its place, in nanoseconds
     */
    public void zoom(double factor, double anchor) {
        double shown = Math.max(SHORTEST, Math.min(total(), length.get() / factor));
        fitted = shown >= total();
        show(anchor - (anchor - from.get()) * shown / length.get(), shown);
    }

    /** Moves what is in sight to begin at a time. */
    public void scrollTo(double nanos) {
        show(nanos, length.get());
    }

    private void show(double start, double shown) {
        length.set(shown);
        from.set(Math.max(0, Math.min(start, total() - shown)));
    }

    /** Points at a call; -1 for none. */
    public void pick(int index) {
        picked.set(index);
    }

    /** Points at the call that runs at a time in one model's lane, or at none. */
    public void pickAt(double nanos, boolean large) {
        int at = timeline.firstEndingAfter(nanos);
        boolean hit = at < timeline.spans().size() && timeline.spans().get(at).start() <= nanos
                && timeline.spans().get(at).kind().large() == large;
        pick(hit ? at : -1);
    }

    /** Points at the next call, or the one before, and shows it. */
    public void pickNext(int by) {
        int start = picked.get() >= 0 ? picked.get() + by
                : by > 0 ? timeline.firstEndingAfter(from.get()) : timeline.firstEndingAfter(from.get() + length.get()) - 1;
        show(start);
    }

    /** Points at the first call and shows it. */
    public void pickFirst() {
        show(0);
    }

    /** Points at the last call and shows it. */
    public void pickLast() {
        show(timeline.spans().size() - 1);
    }

    private void show(int index) {
        int count = timeline.spans().size();
        if (count > 0) {
            pick(Math.max(0, Math.min(count - 1, index)));
            reveal(timeline.spans().get(picked.get()));
        }
    }

    private void reveal(Span span) {
        if (span.start() < from.get() || span.end() > from.get() + length.get()) {
            scrollTo(span.start() + span.nanos() / 2.0 - length.get() / 2);
        }
    }

    /** The text points at a token: its calls are marked, and the last of them is brought in sight. */
    public void link(TokenAt tokenOrNull) {
        linked.set(tokenOrNull == null ? List.of() : timeline.of(tokenOrNull));
        if (!linked.get().isEmpty()) {
            reveal(timeline.spans().get(linked.get().get(linked.get().size() - 1)));
        }
    }

    /** The call the user points at. */
    public Optional<Span> pickedSpan() {
        // while a step is taken back, the call may be gone before publish() says so
        int index = picked.get();
        return index < 0 || index >= timeline.spans().size() ? Optional.empty()
                : Optional.of(timeline.spans().get(index));
    }

    public Timeline timeline() {
        return timeline;
    }

    /** Counts up whenever there are other calls. */
    public ReadOnlyLongProperty revisionProperty() {
        return revision.getReadOnlyProperty();
    }

    /** The time at the left edge, in nanoseconds. */
    public ReadOnlyDoubleProperty fromProperty() {
        return from.getReadOnlyProperty();
    }

    /** The time from edge to edge, in nanoseconds. */
    public ReadOnlyDoubleProperty lengthProperty() {
        return length.getReadOnlyProperty();
    }

    /** Index of the call the user points at; -1 for none. */
    public ReadOnlyIntegerProperty pickedProperty() {
        return picked.getReadOnlyProperty();
    }

    /** Indices of the calls that concern the token the user points at. */
    public ReadOnlyObjectProperty<List<Integer>> linkedProperty() {
        return linked.getReadOnlyProperty();
    }
}
