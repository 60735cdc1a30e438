package dev.biglittle.app.marked;

import dev.biglittle.app.Messages;
import dev.biglittle.app.look.Look;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Point2D;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

/** The scrolling, marked translation. Arrow keys or the mouse pick a token, and a card tells what is known of it. */
public final class TranslationArea extends ScrollPane {
    static final String STYLESHEET = TranslationArea.class.getResource("marked.css").toExternalForm();

    private final TranslationText translation;
    private final Blocks blocks;
    private final TextScroll scroll;
    private final TokenPick pick;
    private final ReadOnlyObjectWrapper<SentenceModel> pointed = new ReadOnlyObjectWrapper<>();
    /** Framed from outside, as long as no token is picked here. */
    private List<TokenAt> framed = List.of();
    private Runnable step = () -> { };
    private Runnable copy = this::copyText;
    private Runnable laidOut = () -> { };

    public TranslationArea(TranslationText translation, Look look) {
        this.translation = translation;
        blocks = new Blocks(look, this::settle);
        scroll = new TextScroll(this, blocks);
        pick = new TokenPick(blocks, scroll, look);
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
        blocks.addEventHandler(MouseEvent.MOUSE_EXITED, event -> leave());
        addEventFilter(KeyEvent.KEY_PRESSED, this::press);
        focusedProperty().addListener((property, was, is) -> leave());
        vvalueProperty().addListener((property, was, is) -> pick.scrolled(scroll.scrolled()));
        pick.tokenProperty().addListener((property, was, is) -> {
            setAccessibleText(is == null ? Messages.text("target.accessible") : pick.spoken());
            outline(is == null ? framed : List.of());
        });
    }

    /** @param step what the space bar does */
    public void setOnStep(Runnable step) {
        this.step = step;
    }

    /** @param copy what the command to copy does; by itself it copies what there is of the text */
    public void setOnCopy(Runnable copy) {
        this.copy = copy;
    }

    /** Does what the command to copy does here. */
    public void copy() {
        copy.run();
    }

    /** Puts the translation, if there is one, on the clipboard without marks, and says whether it is there. */
    public boolean copyText() {
        String text = translation.text();
        if (text.isEmpty()) {
            return false;
        }
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        return Clipboard.getSystemClipboard().setContent(content);
    }

    private void redraw() {
        if (blocks.redraw(translation)) {
            scroll.follow();
        }
        pick.redrawn();
        if (pick.tokenProperty().get() == null) {
            outline(framed);
        }
    }

    private void settle() {
        scroll.settle();
        laidOut.run();
    }

    private void hover(MouseEvent event) {
        for (TextBlock block : blocks.all()) {
            if (block.getBoundsInParent().contains(event.getX(), event.getY())) {
                Point2D point = block.parentToLocal(new Point2D(event.getX(), event.getY()));
                int run = block.runAt(point);
                pointed.set(block.sentenceNear(point));
                pick.point(run < 0 ? null : new TokenPlace(block, run));
                return;
            }
        }
        leave();
    }

    private void leave() {
        pointed.set(null);
        pick.none();
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
        pick.move(by);
        if (pick.tokenProperty().get() != null) {
            pointed.set(translation.sentences().get(pick.tokenProperty().get().sentence()));
        }
    }

    /** Frames a sentence; null for none. */
    public void frame(SentenceModel sentence) {
        blocks.frame(sentence);
    }

    /** Frames some tokens, as long as none is picked, and brings the first in sight. */
    public void frame(Stream<TokenAt> tokens) {
        pick.none();
        framed = tokens.toList();
        framed.stream().flatMap(token -> blocks.find(token).stream()).findFirst()
                .ifPresent(place -> scroll.reveal(pick.bounds(place)));
        outline(framed);
    }

    private void outline(List<TokenAt> tokens) {
        Map<TextBlock, List<Integer>> runs = new HashMap<>();
        tokens.forEach(token -> blocks.find(token).ifPresent(place ->
                runs.computeIfAbsent(place.block(), b -> new ArrayList<>()).add(place.run())));
        blocks.all().forEach(block -> block.outline(runs.getOrDefault(block, List.of())));
    }

    /** The token that is picked; null for none. */
    public ReadOnlyObjectProperty<TokenAt> pickedTokenProperty() {
        return pick.tokenProperty();
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
        return scroll.range();
    }

    /** The height that is above what is in sight. */
    public double scrollTop() {
        return scroll.top();
    }

    public void scrollTo(double top) {
        scroll.to(top);
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
}
