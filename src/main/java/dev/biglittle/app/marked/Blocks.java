package dev.biglittle.app.marked;

import dev.biglittle.app.look.Look;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToIntFunction;
import javafx.geometry.Insets;
import javafx.scene.layout.VBox;

/** The blocks of a translation, one below the other. Blocks whose sentences stay as they are stay too. */
final class Blocks extends VBox {
    private static final double LINE = 24;

    private final Look look;
    private final Runnable laidOut;
    private final Map<SentenceModel, TextBlock> blockOf = new HashMap<>();
    private int lastShown = -1;
    private TranslationText shown;
    /** Framed in whichever block it comes to be; null for none. */
    private SentenceModel framed;

    /** @param laidOut called whenever the blocks have found their places */
    Blocks(Look look, Runnable laidOut) {
        this.look = look;
        this.laidOut = laidOut;
        getStyleClass().add("blocks");
        setFillWidth(true);
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        laidOut.run();
    }

    List<TextBlock> all() {
        return getChildren().stream().map(TextBlock.class::cast).toList();
    }

    /** Shows what changed, and says whether nothing of what was shown stayed. */
    boolean redraw(TranslationText translation) {
        shown = translation;
        boolean fresh = translation.sentences().isEmpty();
        if (translation.rearranged() || !translation.changed().stream().allMatch(this::fits)) {
            fresh |= translation.sentences().stream().noneMatch(blockOf::containsKey);
            arrange();
        }
        translation.changed().forEach(this::show);
        return fresh;
    }

    /** Whether a sentence can be shown without moving another. */
    private boolean fits(SentenceModel sentence) {
        return blockOf.containsKey(sentence) || !sentence.hasContent() || sentence.index() > lastShown;
    }

    private void show(SentenceModel sentence) {
        if (sentence.hasContent()) {
            TextBlock block = blockOf.computeIfAbsent(sentence, this::append);
            block.show(sentence, sentence.runs(shown.keepGhostsProperty().get()));
        }
    }

    private TextBlock append(SentenceModel sentence) {
        TextBlock last = getChildren().isEmpty() ? null : (TextBlock) getChildren().get(getChildren().size() - 1);
        if (last == null || !last.hasRoomFor(sentence)) {
            last = new TextBlock(look.marks().get());
            setMargin(last, margin(sentence));
            getChildren().add(last);
            last.frame(framed);
        }
        last.add(sentence);
        lastShown = sentence.index();
        return last;
    }

    private static Insets margin(SentenceModel first) {
        return new Insets(first.index() == 0 ? 0 : Math.max(0, first.lineBreaks() - 1) * LINE, 0, 0, 0);
    }

    /** Puts the blocks in order after sentences came or went in the middle; blocks of the same sentences stay. */
    private void arrange() {
        Map<List<SentenceModel>, TextBlock> standing = new HashMap<>();
        all().forEach(block -> standing.put(block.sentences(), block));
        List<TextBlock> arranged = new ArrayList<>();
        blockOf.clear();
        lastShown = -1;
        for (List<SentenceModel> part : TextBlock.parts(shown.sentences())) {
            TextBlock block = standing.get(part);
            if (block == null) {
                block = new TextBlock(look.marks().get());
                for (SentenceModel sentence : part) {
                    block.add(sentence);
                    block.show(sentence, sentence.runs(shown.keepGhostsProperty().get()));
                }
            }
            block.frame(framed);
            setMargin(block, margin(part.get(0)));
            arranged.add(block);
            for (SentenceModel sentence : part) {
                blockOf.put(sentence, block);
                lastShown = sentence.index();
            }
        }
        getChildren().setAll(arranged);
    }

    /** Where a sentence begins, from the top of all; nowhere while it is not shown. */
    OptionalDouble topOf(SentenceModel sentence) {
        TextBlock block = blockOf.get(sentence);
        return block == null ? OptionalDouble.empty() : OptionalDouble.of(block.getLayoutY() + block.topOf(sentence));
    }

    /** The last sentence that begins above a height; null if there is none. */
    SentenceModel sentenceAbove(double y) {
        SentenceModel above = null;
        for (TextBlock block : all()) {
            if (above == null || block.getLayoutY() <= y) {
                above = block.sentenceAbove(y - block.getLayoutY());
            }
        }
        return above;
    }

    /** Frames one sentence, and no other. */
    void frame(SentenceModel sentence) {
        framed = sentence;
        all().forEach(block -> block.frame(sentence));
    }

    /** Where a token is shown. */
    Optional<TokenPlace> find(TokenAt token) {
        return shown == null || token.sentence() >= shown.sentences().size() ? Optional.empty()
                : find(shown.sentences().get(token.sentence()), token.position(), false);
    }

    /**
     * Where a token of a sentence is shown.
     *
     * @param ghost whether what stood there before is meant, if it is still shown
     */
    Optional<TokenPlace> find(SentenceModel sentence, int position, boolean ghost) {
        return place(sentence, block -> block.runOf(sentence, position, ghost));
    }

    /** Where the last token of a sentence is shown. */
    Optional<TokenPlace> last(SentenceModel sentence) {
        return place(sentence, block -> block.lastRun(sentence));
    }

    private Optional<TokenPlace> place(SentenceModel sentence, ToIntFunction<TextBlock> run) {
        return Optional.ofNullable(blockOf.get(sentence)).map(block -> new TokenPlace(block, run.applyAsInt(block)))
                .filter(place -> place.run() >= 0);
    }
}
