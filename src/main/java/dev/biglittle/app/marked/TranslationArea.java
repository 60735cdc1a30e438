package dev.biglittle.app.marked;

import dev.biglittle.app.Messages;
import dev.biglittle.app.look.Look;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

/** The scrolling, marked translation. Arrow keys or the mouse pick a token, and a card tells what is known of it. */
public final class TranslationArea extends ScrollPane {
    static final String STYLESHEET = TranslationArea.class.getResource("marked.css").toExternalForm();

    private final TranslationText translation;
    private final Look look;
    private final Blocks blocks;
    private final ReadOnlyObjectWrapper<TokenAt> pickedToken = new ReadOnlyObjectWrapper<>();
    private final TokenCard card;
    private TokenPlace picked;
    private boolean following = true;
    private double heightSettled;
    private final ReadOnlyObjectWrapper<SentenceModel> pointed = new ReadOnlyObjectWrapper<>();
    private Runnable step = () -> { };
    private Runnable laidOut = () -> { };

    public TranslationArea(TranslationText translation, Look look) {
        this.translation = translation;
        this.look = look;
        card = new TokenCard(look);
        blocks = new Blocks(look, this::settle);
        getStylesheets().add(STYLESHEET);
        setId("translation");
        getStyleClass().add("translation-area");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(true);
        setAccessibleText(Messages.text("target.accessible"));
        setContent(blocks);

        translation.revisionProperty().addListener((property, was, is) -> redraw());
        look.marks().addListener((property, was, is) -> blocks.all().forEach(block -> block.setMarks(is)));
        blocks.addEventHandler(MouseEvent.MOUSE_MOVED, this::hover);
        blocks.addEventHandler(MouseEvent.MOUSE_EXITED, event -> {
            pointed.set(null);
            pick(null);
        });
        addEventFilter(KeyEvent.KEY_PRESSED, this::press);
        focusedProperty().addListener((property, was, is) -> {
            pointed.set(null);
            pick(null);
        });
        vvalueProperty().addListener((property, was, is) -> scrolled());
    }

    /** @param step what the space bar does */
    public void setOnStep(Runnable step) {
        this.step = step;
    }

    private void redraw() {
        pick(null);
        following |= blocks.redraw(translation);
    }

    /** A growing text keeps its place, unless its end is in sight: then the end stays in sight. */
    private void settle() {
        heightSettled = blocks.getHeight();
        if (following) {
            setVvalue(getVmax());
        }
        foldWhatIsFar();
        laidOut.run();
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
        for (TextBlock block : blocks.all()) {
            double blockTop = block.getLayoutY();
            boolean placed = block.getHeight() > 0;
            block.setFolded(placed
                    && (blockTop + block.getHeight() < top - 2 * seen || blockTop > top + 3 * seen));
        }
    }

    private void hover(MouseEvent event) {
        for (TextBlock block : blocks.all()) {
            if (block.getBoundsInParent().contains(event.getX(), event.getY())) {
                int run = block.runAt(block.parentToLocal(new Point2D(event.getX(), event.getY())));
                pointed.set(block.sentenceNear(block.parentToLocal(new Point2D(event.getX(), event.getY()))));
                pick(run < 0 ? null : new TokenPlace(block, run));
                return;
            }
        }
        pointed.set(null);
        pick(null);
    }

    /** Frames a sentence; null for none. */
    public void frame(SentenceModel sentence) {
        blocks.frame(sentence);
    }

    /** The sentence under the mouse, or the one whose token is picked by the keyboard; null for none. */
    public ReadOnlyObjectProperty<SentenceModel> pointedProperty() {
        return pointed.getReadOnlyProperty();
    }

    /** @param laidOut called whenever the text has found its place */
    public void setOnLaidOut(Runnable laidOut) {
        this.laidOut = laidOut;
    }

    /** The height that is out of sight, in pixels; 0 if all is in sight. */
    public double scrollRange() {
        return Math.max(0, blocks.getHeight() - getViewportBounds().getHeight());
    }

    /** The height that is above what is in sight. */
    public double scrollTop() {
        return getVvalue() * scrollRange();
    }

    public void scrollTo(double top) {
        double range = scrollRange();
        setVvalue(range <= 0 ? 0 : top / range);
    }

    public double textHeight() {
        return blocks.getHeight();
    }

    /** Where a sentence begins; nowhere while it is not shown. */
    public OptionalDouble top(SentenceModel sentence) {
        return blocks.topOf(sentence);
    }

    /** The last sentence that begins above that height; null if there is none. */
    public SentenceModel sentenceAt(double y) {
        return blocks.sentenceAbove(y);
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
        TokenPlace.next(blocks.all(), picked, by).ifPresent(place -> {
            reveal(place);
            pick(place);
            pointed.set(translation.sentences().get(place.token().sentence()));
        });
    }

    private void reveal(TokenPlace place) {
        place.block().setFolded(false);
        blocks.applyCss();
        blocks.layout();
        place.block().rectangles(place.run()).stream().findFirst().ifPresent(r -> reveal(place.block()
                .localToParent(new BoundingBox(r.getMinX(), r.getMinY(), r.getWidth(), r.getHeight()))));
    }

    /** Frames some tokens, as long as none is picked, and brings the first in sight. */
    public void frame(Stream<TokenAt> tokens) {
        pick(null);
        Map<TextBlock, List<Integer>> framed = new HashMap<>();
        tokens.forEach(token -> blocks.find(token).ifPresent(place -> {
            if (framed.isEmpty()) {
                reveal(place);
            }
            framed.computeIfAbsent(place.block(), b -> new ArrayList<>()).add(place.run());
        }));
        blocks.all().forEach(block -> block.outline(framed.getOrDefault(block, List.of())));
    }

    /** The token that is picked; null for none. */
    public ReadOnlyObjectProperty<TokenAt> pickedTokenProperty() {
        return pickedToken.getReadOnlyProperty();
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
            picked.block().outline(List.of());
        }
        picked = place;
        pickedToken.set(place == null ? null : place.token());
        if (place == null) {
            card.hide();
            setAccessibleText(Messages.text("target.accessible"));
            return;
        }
        place.block().outline(List.of(place.run()));
        setAccessibleText(TokenWords.spoken(place.text().token()));
        List<Rectangle2D> lines = place.block().rectangles(place.run());
        if (!lines.isEmpty()) {
            card.show(place.text().token(), place.block(), lines.get(lines.size() - 1));
        }
    }
}
