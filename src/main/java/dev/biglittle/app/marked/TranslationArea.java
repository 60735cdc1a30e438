package dev.biglittle.app.marked;

import dev.biglittle.app.Messages;
import dev.biglittle.app.look.Look;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.VBox;

/** The scrolling, marked translation. Arrow keys or the mouse pick a token, and a card tells what is known of it. */
public final class TranslationArea extends ScrollPane {
    static final String STYLESHEET = TranslationArea.class.getResource("marked.css").toExternalForm();

    private static final double LINE = 24;

    private final TranslationText translation;
    private final Look look;
    private final VBox blocks = new VBox() {
        @Override
        protected void layoutChildren() {
            super.layoutChildren();
            settle();
        }
    };
    private final Map<SentenceModel, TextBlock> blockOf = new HashMap<>();
    private final TokenCard card;
    private TokenPlace picked;
    private boolean following = true;
    private double heightSettled;
    private int lastShown = -1;
    private Runnable step = () -> { };

    public TranslationArea(TranslationText translation, Look look) {
        this.translation = translation;
        this.look = look;
        card = new TokenCard(look);
        getStylesheets().add(STYLESHEET);
        setId("translation");
        getStyleClass().add("translation-area");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(true);
        setAccessibleText(Messages.text("target.accessible"));
        blocks.getStyleClass().add("blocks");
        blocks.setFillWidth(true);
        setContent(blocks);

        translation.revisionProperty().addListener((property, was, is) -> redraw());
        look.marks().addListener((property, was, is) -> blocks().forEach(block -> block.setMarks(is)));
        blocks.addEventHandler(MouseEvent.MOUSE_MOVED, this::hover);
        blocks.addEventHandler(MouseEvent.MOUSE_EXITED, event -> pick(null));
        addEventFilter(KeyEvent.KEY_PRESSED, this::press);
        focusedProperty().addListener((property, was, is) -> pick(null));
        vvalueProperty().addListener((property, was, is) -> scrolled());
    }

    /** @param step what the space bar does */
    public void setOnStep(Runnable step) {
        this.step = step;
    }

    private List<TextBlock> blocks() {
        return blocks.getChildren().stream().map(TextBlock.class::cast).toList();
    }

    private void redraw() {
        pick(null);
        if (translation.sentences().isEmpty()) {
            following = true;
        }
        if (translation.rearranged() || !translation.changed().stream().allMatch(this::fits)) {
            arrange();
        }
        translation.changed().forEach(this::show);
    }

    /** Whether a sentence can be shown without moving another. */
    private boolean fits(SentenceModel sentence) {
        return blockOf.containsKey(sentence) || !sentence.hasContent() || sentence.index() > lastShown;
    }

    private void show(SentenceModel sentence) {
        if (sentence.hasContent()) {
            TextBlock block = blockOf.computeIfAbsent(sentence, this::append);
            block.show(sentence, sentence.runs(translation.keepGhostsProperty().get()));
        }
    }

    private TextBlock append(SentenceModel sentence) {
        TextBlock last = blocks.getChildren().isEmpty() ? null
                : (TextBlock) blocks.getChildren().get(blocks.getChildren().size() - 1);
        if (last == null || !last.hasRoomFor(sentence)) {
            last = new TextBlock(look.marks().get());
            VBox.setMargin(last, margin(sentence));
            blocks.getChildren().add(last);
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
        blocks().forEach(block -> standing.put(block.sentences(), block));
        List<TextBlock> arranged = new ArrayList<>();
        following |= translation.sentences().stream().noneMatch(blockOf::containsKey);
        blockOf.clear();
        lastShown = -1;
        for (List<SentenceModel> part : TextBlock.parts(translation.sentences())) {
            TextBlock block = standing.get(part);
            if (block == null) {
                block = new TextBlock(look.marks().get());
                for (SentenceModel sentence : part) {
                    block.add(sentence);
                    block.show(sentence, sentence.runs(translation.keepGhostsProperty().get()));
                }
            }
            VBox.setMargin(block, margin(part.get(0)));
            arranged.add(block);
            for (SentenceModel sentence : part) {
                blockOf.put(sentence, block);
                lastShown = sentence.index();
            }
        }
        blocks.getChildren().setAll(arranged);
    }

    /** A growing text keeps its place, unless its end is in sight: then the end stays in sight. */
    private void settle() {
        heightSettled = blocks.getHeight();
        if (following) {
            setVvalue(getVmax());
        }
        foldWhatIsFar();
    }

    private void scrolled() {
        pick(null);
        // while the height is new, it is the scroll pane that moves, to keep the text's place
        if (blocks.getHeight() == heightSettled) {
            following = getVvalue() >= getVmax();
            foldWhatIsFar();
        }
    }

    /** Draws what is in sight and a good deal around it, and nothing else. */
    private void foldWhatIsFar() {
        double seen = getViewportBounds().getHeight();
        double top = getVvalue() * Math.max(0, blocks.getHeight() - seen);
        for (TextBlock block : blocks()) {
            double blockTop = block.getLayoutY();
            boolean placed = block.getHeight() > 0;
            block.setFolded(placed
                    && (blockTop + block.getHeight() < top - 2 * seen || blockTop > top + 3 * seen));
        }
    }

    private void hover(MouseEvent event) {
        for (TextBlock block : blocks()) {
            if (block.getBoundsInParent().contains(event.getX(), event.getY())) {
                int run = block.runAt(block.parentToLocal(new Point2D(event.getX(), event.getY())));
                pick(run < 0 ? null : new TokenPlace(block, run));
                return;
            }
        }
        pick(null);
    }

    private void press(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        switch (event.getCode()) {
            case RIGHT -> pickNext(1);
            case LEFT -> pickNext(-1);
            case SPACE -> step.run();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void pickNext(int by) {
        TokenPlace.next(blocks(), picked, by).ifPresent(place -> {
            place.block().setFolded(false);
            blocks.applyCss();
            blocks.layout();
            place.block().rectangles(place.run()).stream().findFirst().ifPresent(r -> reveal(place.block()
                    .localToParent(new BoundingBox(r.getMinX(), r.getMinY(), r.getWidth(), r.getHeight()))));
            pick(place);
        });
    }

    /** Scrolls just far enough. */
    private void reveal(Bounds place) {
        double seen = getViewportBounds().getHeight();
        double range = blocks.getHeight() - seen;
        if (range <= 0) {
            return;
        }
        double top = getVvalue() * range;
        if (place.getMinY() < top) {
            setVvalue(place.getMinY() / range);
        } else if (place.getMaxY() > top + seen) {
            setVvalue((place.getMaxY() - seen) / range);
        }
    }

    /** @param place null for none */
    private void pick(TokenPlace place) {
        if (Objects.equals(place, picked)) {
            return;
        }
        if (picked != null) {
            picked.block().outline(-1);
        }
        picked = place;
        if (place == null) {
            card.hide();
            setAccessibleText(Messages.text("target.accessible"));
            return;
        }
        place.block().outline(place.run());
        setAccessibleText(TokenWords.spoken(place.text().token()));
        List<Rectangle2D> lines = place.block().rectangles(place.run());
        if (!lines.isEmpty()) {
            card.show(place.text().token(), place.block(), lines.get(lines.size() - 1));
        }
    }
}
