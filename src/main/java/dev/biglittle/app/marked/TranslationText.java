package dev.biglittle.app.marked;

import dev.biglittle.decode.Origin;
import dev.biglittle.translate.TranslationEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/**
 * The translation that is shown: sentences, counts, ghosts. Changes are collected and published once per frame, so
 * that the view draws each sentence at most once.
 */
public final class TranslationText {
    private final List<SentenceModel> sentences = new ArrayList<>();
    private final Set<SentenceModel> changed = new LinkedHashSet<>();
    private final Set<SentenceModel> haunted = new LinkedHashSet<>();
    private final Map<Origin, Integer> settledCounts = new EnumMap<>(Origin.class);
    private final Map<Origin, ReadOnlyIntegerWrapper> counts = new EnumMap<>(Origin.class);
    private final ReadOnlyIntegerWrapper total = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper rolledBack = new ReadOnlyIntegerWrapper();
    private final ReadOnlyLongWrapper revision = new ReadOnlyLongWrapper();
    private final BooleanProperty keepGhosts = new SimpleBooleanProperty();
    private int settledRolledBack;
    private String after = "";
    private boolean cleared;

    public TranslationText() {
        for (Origin origin : Origin.values()) {
            counts.put(origin, new ReadOnlyIntegerWrapper());
        }
        keepGhosts.addListener((property, was, is) -> redrawAll());
    }

    /** Starts an empty translation. */
    public void clear() {
        sentences.clear();
        changed.clear();
        haunted.clear();
        settledCounts.clear();
        settledRolledBack = 0;
        after = "";
        cleared = true;
        publish();
    }

    /** @param now nanoseconds */
    public void accept(TranslationEvent event, long now) {
        if (event instanceof TranslationEvent.SentenceStarted started) {
            if (!sentences.isEmpty()) {
                last().counts().forEach((origin, count) -> settledCounts.merge(origin, count, Integer::sum));
                settledRolledBack += last().rolledBackTokens();
            }
            sentences.add(new SentenceModel(started));
            changed.add(last());
        } else if (event instanceof TranslationEvent.Step step) {
            last().accept(step, now);
            changed.add(last());
            if (last().hasGhosts()) {
                haunted.add(last());
            }
        } else if (event instanceof TranslationEvent.Finished finished) {
            after = finished.after();
        }
    }

    private SentenceModel last() {
        return sentences.get(sentences.size() - 1);
    }

    /** Lets the ghosts go whose time has come; {@link Long#MAX_VALUE} lets all go. */
    public void dropGhosts(long now) {
        haunted.forEach(sentence -> {
            if (sentence.dropGhosts(now)) {
                changed.add(sentence);
            }
        });
        haunted.removeIf(sentence -> !sentence.hasGhosts());
    }

    public boolean hasGhosts() {
        return !haunted.isEmpty();
    }

    private void redrawAll() {
        changed.addAll(sentences);
        publish();
    }

    /** Makes everything that changed since the last call visible. */
    public void publish() {
        if (changed.isEmpty() && !cleared) {
            return;
        }
        Map<Origin, Integer> growing = sentences.isEmpty() ? Map.of() : last().counts();
        int sum = 0;
        for (Origin origin : Origin.values()) {
            int count = settledCounts.getOrDefault(origin, 0) + growing.getOrDefault(origin, 0);
            counts.get(origin).set(count);
            sum += count;
        }
        total.set(sum);
        rolledBack.set(settledRolledBack + (sentences.isEmpty() ? 0 : last().rolledBackTokens()));
        revision.set(revision.get() + 1);
        changed.clear();
        cleared = false;
    }

    /** The translation as it stands. */
    public String text() {
        StringBuilder text = new StringBuilder();
        sentences.forEach(sentence -> text.append(sentence.text()));
        return text.append(after).toString();
    }

    public List<SentenceModel> sentences() {
        return Collections.unmodifiableList(sentences);
    }

    /** The sentences to draw anew, to be read whenever {@link #revisionProperty()} changes. */
    public Set<SentenceModel> changed() {
        return Collections.unmodifiableSet(changed);
    }

    /** Counts up whenever something is to be drawn anew. */
    public ReadOnlyLongProperty revisionProperty() {
        return revision.getReadOnlyProperty();
    }

    /** Standing tokens of one writer. */
    public ReadOnlyIntegerProperty countProperty(Origin origin) {
        return counts.get(origin).getReadOnlyProperty();
    }

    /** All standing tokens, end-of-text left out. */
    public ReadOnlyIntegerProperty totalProperty() {
        return total.getReadOnlyProperty();
    }

    /** Drafts that were taken back. */
    public ReadOnlyIntegerProperty rolledBackProperty() {
        return rolledBack.getReadOnlyProperty();
    }

    /** Whether rolled-back text stays, struck through, instead of going after a moment. */
    public BooleanProperty keepGhostsProperty() {
        return keepGhosts;
    }
}
