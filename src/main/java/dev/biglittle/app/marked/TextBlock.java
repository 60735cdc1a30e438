package dev.biglittle.app.marked;

import dev.biglittle.app.look.Look;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** Some sentences that flow into one another: a paragraph, or a part of a long one. */
final class TextBlock extends MarkedText {
    /**
     * Beyond this many chars of source (some 250 tokens) a paragraph goes on in a new block: laying text out takes time
     * quadratic in its length.
     */
    private static final int MOST_CHARS = 1000;

    private final List<SentenceModel> sentences = new ArrayList<>();
    private final List<Integer> sizes = new ArrayList<>();
    private int chars;

    TextBlock(Look.Marks marks) {
        super(marks);
    }

    List<SentenceModel> sentences() {
        return Collections.unmodifiableList(sentences);
    }

    /** Whether the next sentence belongs into this block. */
    boolean hasRoomFor(SentenceModel next) {
        return !next.startsLine() && chars < MOST_CHARS;
    }

    void add(SentenceModel sentence) {
        sentences.add(sentence);
        sizes.add(0);
        chars += sentence.segment().text().length();
    }

    /** The sentences that have something to show, as they are shared out among blocks. */
    static List<List<SentenceModel>> parts(List<SentenceModel> all) {
        List<List<SentenceModel>> parts = new ArrayList<>();
        int chars = MOST_CHARS;
        for (SentenceModel sentence : all) {
            if (sentence.hasContent()) {
                if (sentence.startsLine() || chars >= MOST_CHARS) {
                    parts.add(new ArrayList<>());
                    chars = 0;
                }
                parts.get(parts.size() - 1).add(sentence);
                chars += sentence.segment().text().length();
            }
        }
        return parts;
    }

    /** Which token a run shows. */
    TokenAt tokenAt(int run) {
        int sentence = 0;
        for (int end = sizes.get(0); run >= end; end += sizes.get(sentence)) {
            sentence++;
        }
        return new TokenAt(sentences.get(sentence).index(), runs().get(run).position());
    }

    /** Index of the run that shows a token; -1 if there is none. */
    int runOf(TokenAt token) {
        return IntStream.range(0, runs().size())
                .filter(run -> !runs().get(run).ghost() && runs().get(run).position() == token.position()
                        && tokenAt(run).equals(token)).findFirst().orElse(-1);
    }

    /** Shows one of its sentences anew. */
    void show(SentenceModel sentence, List<TextRun> runs) {
        int index = sentences.lastIndexOf(sentence);
        int from = sizes.subList(0, index).stream().mapToInt(Integer::intValue).sum();
        replace(from, from + sizes.get(index), runs);
        sizes.set(index, runs.size());
    }
}
