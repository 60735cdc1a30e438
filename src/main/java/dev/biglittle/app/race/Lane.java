package dev.biglittle.app.race;

import dev.biglittle.app.marked.TranslationText;
import dev.biglittle.decode.Policy;
import dev.biglittle.decode.Statistics;
import dev.biglittle.translate.EventTimes;
import dev.biglittle.translate.TranslationEvent;
import java.util.List;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** One of the two: what it wrote when, played as if it happened now. */
public final class Lane {
    private final TranslationText text = new TranslationText();
    private final EventTimes times = new EventTimes();
    private final ReadOnlyLongWrapper clock = new ReadOnlyLongWrapper();
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper();
    private final ReadOnlyObjectWrapper<Statistics> statistics = new ReadOnlyObjectWrapper<>(Statistics.NONE);
    private List<TranslationEvent> events = List.of();
    private int played;

    /** Forgets what was written. */
    void clear() {
        events = List.of();
        times.clear();
        statistics.set(Statistics.NONE);
        restart();
    }

    /** What was written, to be played from its start. */
    void load(Policy policy, List<TranslationEvent> written, Statistics counted) {
        clear();
        text.begin(policy);
        events = List.copyOf(written);
        events.forEach(times::add);
        statistics.set(counted);
    }

    void restart() {
        played = 0;
        text.clear();
        clock.set(0);
        progress.set(0);
    }

    /**
     * Shows what was written by then.
     *
     * @param elapsed nanoseconds since the start
     * @param now     the time of the window, for what is seen for a while
     */
    void play(long elapsed, long now) {
        while (played < events.size() && times.at(played) <= elapsed) {
            text.accept(events.get(played++), now);
        }
        text.dropGhosts(now);
        text.publish();
        clock.set(Math.min(elapsed, total()));
        progress.set(total() == 0 ? 0 : (double) clock.get() / total());
    }

    /** Whether all is shown that will be. */
    boolean isDone() {
        return played == events.size() && !text.hasGhosts();
    }

    /** How long it took, in nanoseconds. */
    long total() {
        return statistics.get().totalNanos();
    }

    public TranslationText text() {
        return text;
    }

    /** Nanoseconds since its start, up to its end. */
    public ReadOnlyLongProperty clockProperty() {
        return clock.getReadOnlyProperty();
    }

    /** Share of its time that has passed, 0 to 1. */
    public ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Statistics> statisticsProperty() {
        return statistics.getReadOnlyProperty();
    }
}
