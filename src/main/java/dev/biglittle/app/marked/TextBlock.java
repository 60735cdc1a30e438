package dev.biglittle.app.marked;

import dev.biglittle.app.look.Look;
import java.util.ArrayList;
import java.util.List;

/** Some sentences that flow into one another: a paragraph, or a part of a long one. */
final class TextBlock extends MarkedText {
    /** Beyond this many runs a paragraph goes on in a new block: laying text out takes time quadratic in its length. */
    private static final int MOST_RUNS = 250;

    private final List<SentenceModel> sentences = new ArrayList<>();
    private final List<Integer> sizes = new ArrayList<>();

    TextBlock(Look.Marks marks) {
        super(marks);
    }

    /** Whether another sentence of the same paragraph may join. */
    boolean hasRoom() {
        return runs().size() < MOST_RUNS;
    }

    void add(SentenceModel sentence) {
        sentences.add(sentence);
        sizes.add(0);
    }

    /** Shows one of its sentences anew. */
    void show(SentenceModel sentence, List<TextRun> runs) {
        int index = sentences.lastIndexOf(sentence);
        int from = sizes.subList(0, index).stream().mapToInt(Integer::intValue).sum();
        replace(from, from + sizes.get(index), runs);
        sizes.set(index, runs.size());
    }
}
