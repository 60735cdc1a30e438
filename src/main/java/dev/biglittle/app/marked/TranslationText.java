package dev.biglittle.app.marked;

import dev.biglittle.decode.Origin;
import dev.biglittle.decode.Policy;
import dev.biglittle.text.Segment;
import dev.biglittle.translate.TranslationEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
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
    private final SentenceTally tally = new SentenceTally();
    private final ReadOnlyBooleanWrapper empty = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyLongWrapper revision = new ReadOnlyLongWrapper();
    private final BooleanProperty keepGhosts = new SimpleBooleanProperty();
    private String after = "";
    private boolean rearranged;
    /** How the sentences that come are written. */
    private Policy policy;
    /** The sentence whose steps come; null if they are those of a sentence that stands already. */
    private SentenceModel growing;

    public TranslationText() {
        keepGhosts.addListener((property, was, is) -> redrawAll());
    }

    /** Starts an empty translation. */
    public void clear() {
        sentences.clear();
        changed.clear();
        haunted.clear();
        tally.clear();
        after = "";
        rearranged = true;
        publish();
    }

    /**
     * Starts a translation that takes the place of the one shown, in which the sentences that both have stay as they
     * are.
     */
    public void begin(Policy newPolicy) {
        policy = newPolicy;
        endWith("");
    }

    /** Another pair writes from now on: nothing that stands is what it would write. */
    public void pairChanged() {
        sentences.forEach(SentenceModel::disown);
    }

    /** @param now nanoseconds */
    public void accept(TranslationEvent event, long now) {
        if (event instanceof TranslationEvent.Planned planned) {
            plan(planned.sentences());
        } else if (event instanceof TranslationEvent.SentenceStarted started) {
            start(started);
        } else if (event instanceof TranslationEvent.Step step && growing != null) {
            growing.accept(step, now);
            changed.add(growing);
            if (growing.hasGhosts()) {
                haunted.add(growing);
            }
        } else if (event instanceof TranslationEvent.Finished finished) {
            endWith(finished.after());
        }
    }

    private void endWith(String copied) {
        after = copied;
        if (!sentences.isEmpty() && sentences.get(sentences.size() - 1).endWith(copied)) {
            changed.add(sentences.get(sentences.size() - 1));
        }
    }

    /** The sentences at the beginning and at the end that stand already stay; between them, new ones take the place. */
    private void plan(List<Segment> segments) {
        List<SentenceModel> old = List.copyOf(sentences);
        int least = Math.min(old.size(), segments.size());
        int head = 0;
        while (head < least && old.get(head).shows(segments.get(head), head, policy)) {
            head++;
        }
        int tail = 0;
        while (tail < least - head && old.get(old.size() - 1 - tail).shows(segments.get(segments.size() - 1 - tail),
                segments.size() - 1 - tail, policy)) {
            tail++;
        }
        sentences.clear();
        for (int i = 0; i < segments.size(); i++) {
            int fromEnd = segments.size() - i;
            if (i < head || fromEnd <= tail) {
                SentenceModel kept = old.get(i < head ? i : old.size() - fromEnd);
                kept.moveTo(i, segments.get(i));
                sentences.add(kept);
            } else {
                SentenceModel before = i < old.size() - tail ? old.get(i) : null;
                sentences.add(new SentenceModel(i, segments.get(i), policy, before));
            }
        }
        old.subList(head, old.size() - tail).forEach(this::forget);
        changed.addAll(sentences.subList(head, segments.size() - tail));
        rearranged |= !old.isEmpty();
    }

    private void forget(SentenceModel sentence) {
        tally.forget(sentence);
        changed.remove(sentence);
        haunted.remove(sentence);
    }

    private void start(TranslationEvent.SentenceStarted started) {
        if (started.index() == sentences.size()) {
            sentences.add(new SentenceModel(started.index(), new Segment(started.start(), started.before(),
                    started.source()), policy, null));
        }
        SentenceModel sentence = sentences.get(started.index());
        growing = sentence.isComplete() ? null : sentence;
        if (growing != null) {
            growing.begin(started);
            changed.add(growing);
        }
    }

    /** Empties a sentence and all after it, so that their events can be played anew. */
    public void rewind(int sentence) {
        if (sentence < sentences.size()) {
            List<SentenceModel> gone = sentences.subList(sentence, sentences.size());
            gone.forEach(this::forget);
            gone.replaceAll(SentenceModel::anew);
            changed.addAll(gone);
            growing = null;
            after = "";
            rearranged = true;
        }
    }

    /** No more events come: what waited for its new words goes. */
    public void end() {
        for (SentenceModel sentence : sentences) {
            if (sentence.dropPredecessor()) {
                changed.add(sentence);
                rearranged = true;
            }
        }
        publish();
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
        if (changed.isEmpty() && !rearranged) {
            return;
        }
        changed.forEach(tally::count);
        tally.publish();
        empty.set(sentences.stream().noneMatch(SentenceModel::hasContent));
        revision.set(revision.get() + 1);
        changed.clear();
        rearranged = false;
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

    /** Whether sentences went or came between others since the last revision. */
    boolean rearranged() {
        return rearranged;
    }

    /** Whether there is nothing to see. */
    public ReadOnlyBooleanProperty emptyProperty() {
        return empty.getReadOnlyProperty();
    }

    /** Counts up whenever something is to be drawn anew. */
    public ReadOnlyLongProperty revisionProperty() {
        return revision.getReadOnlyProperty();
    }

    /** Standing tokens of one writer. */
    public ReadOnlyIntegerProperty countProperty(Origin origin) {
        return tally.countProperty(origin);
    }

    /** All standing tokens, end-of-text left out. */
    public ReadOnlyIntegerProperty totalProperty() {
        return tally.totalProperty();
    }

    /** Drafts that were taken back. */
    public ReadOnlyIntegerProperty rolledBackProperty() {
        return tally.rolledBackProperty();
    }

    /** Whether rolled-back text stays, struck through, instead of going after a moment. */
    public BooleanProperty keepGhostsProperty() {
        return keepGhosts;
    }
}
