package dev.biglittle.app.marked;

import dev.biglittle.app.look.Look;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.shape.Path;

/** Some sentences that flow into one another: a paragraph, or a part of a long one. */
final class TextBlock extends MarkedText {
    /**
     * Beyond this many chars of source (some 250 tokens) a paragraph goes on in a new block: laying text out takes time
     * quadratic in its length.
     */
    private static final int MOST_CHARS = 1000;

    private final List<SentenceModel> sentences = new ArrayList<>();
    private final List<Integer> sizes = new ArrayList<>();
    private final Path frame = new Path();
    private int chars;
    private SentenceModel framed;

    TextBlock(Look.Marks marks) {
        super(marks);
        frame.getStyleClass().add("sentence-frame");
        frame.setManaged(false);
        frame.setMouseTransparent(true);
        getChildren().add(0, frame);
    }

    /** Frames one sentence, if it is here, and no other. */
    void frame(SentenceModel sentence) {
        framed = sentence;
        frame.getElements().setAll(isFolded() || !sentences.contains(sentence) ? List.of()
                : TextShapes.rounded(lines(sentence)));
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        frame(framed);
    }

    private List<Rectangle2D> lines(SentenceModel sentence) {
        int from = firstRun(sentence);
        return rectangles(from, from + sizes.get(sentences.indexOf(sentence)));
    }

    private int firstRun(SentenceModel sentence) {
        return sizes.subList(0, sentences.indexOf(sentence)).stream().mapToInt(Integer::intValue).sum();
    }

    /** Where a sentence begins, from the top of the block; roughly, while the block is folded. */
    double topOf(SentenceModel sentence) {
        List<Rectangle2D> lines = isFolded() ? List.of() : lines(sentence);
        int before = sentences.subList(0, sentences.indexOf(sentence)).stream()
                .mapToInt(other -> other.segment().text().length()).sum();
        return lines.isEmpty() ? getHeight() * before / Math.max(1, chars) : lines.get(0).getMinY();
    }

    /** The last sentence that begins above a height. */
    SentenceModel sentenceAbove(double y) {
        SentenceModel above = sentences.get(0);
        for (SentenceModel sentence : sentences) {
            if (topOf(sentence) <= y) {
                above = sentence;
            }
        }
        return above;
    }

    /** The sentence at a point; null if there is nothing yet. */
    SentenceModel sentenceNear(Point2D point) {
        int run = runNear(point);
        return run < 0 ? null : sentenceOf(run);
    }

    /** The sentence a run belongs to. */
    SentenceModel sentenceOf(int run) {
        int sentence = 0;
        for (int end = sizes.get(0); run >= end; end += sizes.get(sentence)) {
            sentence++;
        }
        return sentences.get(sentence);
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
        return new TokenAt(sentenceOf(run).index(), runs().get(run).position());
    }

    /**
     * Index of the run that shows a token of a sentence; -1 if there is none.
     *
     * @param ghost whether what stood there before is meant, if it is still shown
     */
    int runOf(SentenceModel sentence, int position, boolean ghost) {
        int token = -1;
        int from = firstRun(sentence);
        for (int run = from; run < from + sizes.get(sentences.indexOf(sentence)); run++) {
            if (runs().get(run).position() == position) {
                if (runs().get(run).ghost() == ghost) {
                    return run;
                }
                token = run;
            }
        }
        return token;
    }

    /** Index of the last run of a sentence with something to see; -1 if there is none. */
    int lastRun(SentenceModel sentence) {
        int from = firstRun(sentence);
        int run = from + sizes.get(sentences.indexOf(sentence)) - 1;
        while (run >= from && runs().get(run).text().isBlank()) {
            run--;
        }
        return run < from ? -1 : run;
    }

    /** Shows one of its sentences anew. */
    void show(SentenceModel sentence, List<TextRun> runs) {
        int index = sentences.lastIndexOf(sentence);
        int from = sizes.subList(0, index).stream().mapToInt(Integer::intValue).sum();
        replace(from, from + sizes.get(index), runs);
        sizes.set(index, runs.size());
    }
}
