package dev.biglittle.app.marked;

import dev.biglittle.app.look.Look;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;

/**
 * The token that mouse or keyboard has picked, with its frame and its card. It stays picked while the text around it
 * changes: when a rolled-back draft goes, the token that took its place is picked.
 */
final class TokenPick {
    private final Blocks blocks;
    private final TextScroll scroll;
    private final TokenCard card;
    private final ReadOnlyObjectWrapper<TokenAt> token = new ReadOnlyObjectWrapper<>();
    /** Null for none, as are the two that follow. */
    private TokenPlace place;
    private SentenceModel sentence;
    private TextRun text;
    private boolean byKeyboard;

    TokenPick(Blocks blocks, TextScroll scroll, Look look) {
        this.blocks = blocks;
        this.scroll = scroll;
        card = new TokenCard(look);
    }

    /** The token under the mouse; null for none. */
    void point(TokenPlace pointed) {
        byKeyboard = false;
        pick(pointed);
    }

    /** The next token, or the one before, brought in sight; stays where it is at either end. */
    void move(int by) {
        TokenPlace.next(blocks.all(), place, by).ifPresent(next -> {
            scroll.reveal(bounds(next));
            byKeyboard = true;
            pick(next);
        });
    }

    void none() {
        pick(null);
    }

    /** The text was drawn anew. */
    void redrawn() {
        if (place != null) {
            pick(blocks.find(sentence, text.position(), text.ghost())
                    .or(() -> byKeyboard ? blocks.last(sentence) : Optional.empty()).orElse(null));
        }
    }

    /** The text has moved below the mouse, or out of sight. */
    void scrolled(boolean byUser) {
        if (byUser && !byKeyboard) {
            none();
        } else if (place != null) {
            showCard();
        }
    }

    private void pick(TokenPlace next) {
        if (place != null && (next == null || next.block() != place.block())) {
            place.block().outline(List.of());
        }
        place = next;
        if (next == null) {
            sentence = null;
            text = null;
            token.set(null);
            card.hide();
            return;
        }
        sentence = next.sentence();
        text = next.text();
        token.set(next.token());
        next.block().outline(List.of(next.run()));
        showCard();
    }

    private void showCard() {
        List<Rectangle2D> lines = place.block().rectangles(place.run());
        if (lines.isEmpty() || !scroll.isInSight(bounds(place))) {
            card.hide();
        } else {
            card.show(text.token(), place.block(), lines.get(lines.size() - 1));
        }
    }

    /** Where a token stands in the blocks, drawn if it was not. */
    Bounds bounds(TokenPlace where) {
        where.block().setFolded(false);
        blocks.applyCss();
        blocks.layout();
        return where.block().rectangles(where.run()).stream().findFirst().map(r -> where.block().localToParent(
                new BoundingBox(r.getMinX(), r.getMinY(), r.getWidth(), r.getHeight())))
                .orElse(new BoundingBox(0, scroll.top(), 0, 0));
    }

    /** What is known of the token, for a screen reader; null if none is picked. */
    String spoken() {
        return text == null ? null : TokenWords.spoken(text.token());
    }

    /** Null for none. */
    ReadOnlyObjectProperty<TokenAt> tokenProperty() {
        return token.getReadOnlyProperty();
    }
}
