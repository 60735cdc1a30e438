package dev.biglittle.app.marked;

import dev.biglittle.decode.Origin;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.Map;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/**
 * Counts tokens over all sentences by counting again only the sentence that changed, and publishes the counts when told.
 */
final class SentenceTally {
    private record Counts(Map<Origin, Integer> standing, int rolledBack) {
        static final Counts NONE = new Counts(Map.of(), 0);
    }

    private final Map<SentenceModel, Counts> bySentence = new IdentityHashMap<>();
    private final Map<Origin, Integer> standing = new EnumMap<>(Origin.class);
    private int rolledBack;
    private final Map<Origin, ReadOnlyIntegerWrapper> published = new EnumMap<>(Origin.class);
    private final ReadOnlyIntegerWrapper publishedTotal = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper publishedRolledBack = new ReadOnlyIntegerWrapper();

    SentenceTally() {
        for (Origin origin : Origin.values()) {
            published.put(origin, new ReadOnlyIntegerWrapper());
        }
    }

    void count(SentenceModel sentence) {
        forget(sentence);
        Counts counts = new Counts(sentence.counts(), sentence.rolledBackTokens());
        bySentence.put(sentence, counts);
        add(counts, 1);
    }

    void forget(SentenceModel sentence) {
        Counts counts = bySentence.remove(sentence);
        add(counts == null ? Counts.NONE : counts, -1);
    }

    private void add(Counts counts, int sign) {
        counts.standing.forEach((origin, count) -> standing.merge(origin, sign * count, Integer::sum));
        rolledBack += sign * counts.rolledBack;
    }

    void clear() {
        bySentence.clear();
        standing.clear();
        rolledBack = 0;
    }

    /** Makes the counts as they are now visible. */
    void publish() {
        published.forEach((origin, count) -> count.set(standing.getOrDefault(origin, 0)));
        publishedTotal.set(standing.values().stream().mapToInt(Integer::intValue).sum());
        publishedRolledBack.set(rolledBack);
    }

    /** Standing tokens of one writer, end-of-text left out. */
    ReadOnlyIntegerProperty countProperty(Origin origin) {
        return published.get(origin).getReadOnlyProperty();
    }

    ReadOnlyIntegerProperty totalProperty() {
        return publishedTotal.getReadOnlyProperty();
    }

    ReadOnlyIntegerProperty rolledBackProperty() {
        return publishedRolledBack.getReadOnlyProperty();
    }
}
