package dev.biglittle.app.marked;

import javafx.geometry.Bounds;
import javafx.scene.control.ScrollPane;

/**
 * Where the translation is scrolled to. The end stays in sight while the text grows, until the user scrolls away from
 * it. Only what is in sight, and a good deal around it, is drawn.
 */
final class TextScroll {
    private final ScrollPane pane;
    private final Blocks blocks;
    private boolean following = true;
    private double heightSettled;

    TextScroll(ScrollPane pane, Blocks blocks) {
        this.pane = pane;
        this.blocks = blocks;
    }

    /** Another text is shown: its end is to stay in sight. */
    void follow() {
        following = true;
    }

    /** The blocks have found their places. */
    void settle() {
        heightSettled = blocks.getHeight();
        if (following) {
            pane.setVvalue(pane.getVmax());
        }
        foldWhatIsFar();
    }

    /** The pane has scrolled; says whether it was the user and not the text that grew. */
    boolean scrolled() {
        // while the height is new, it is the scroll pane that moves, to keep the text's place
        if (blocks.getHeight() != heightSettled) {
            return false;
        }
        boolean moved = !following || pane.getVvalue() < pane.getVmax();
        following = pane.getVvalue() >= pane.getVmax();
        foldWhatIsFar();
        return moved;
    }

    private void foldWhatIsFar() {
        double seen = pane.getViewportBounds().getHeight();
        double top = top();
        for (TextBlock block : blocks.all()) {
            double blockTop = block.getLayoutY();
            boolean placed = block.getHeight() > 0;
            block.setFolded(placed
                    && (blockTop + block.getHeight() < top - 2 * seen || blockTop > top + 3 * seen));
        }
    }

    /** The height that is out of sight, in pixels; 0 if all is in sight. */
    double range() {
        return Math.max(0, blocks.getHeight() - pane.getViewportBounds().getHeight());
    }

    /** The height that is above what is in sight. */
    double top() {
        return pane.getVvalue() * range();
    }

    void to(double top) {
        pane.setVvalue(range() <= 0 ? 0 : top / range());
    }

    /** Whether a place in the blocks is in sight, at least in part. */
    boolean isInSight(Bounds place) {
        return place.getMaxY() > top() && place.getMinY() < top() + pane.getViewportBounds().getHeight();
    }

    /** Scrolls just far enough that a place in the blocks is in sight. */
    void reveal(Bounds place) {
        double seen = pane.getViewportBounds().getHeight();
        if (range() <= 0) {
            return;
        }
        if (place.getMinY() < top()) {
            to(place.getMinY());
        } else if (place.getMaxY() > top() + seen) {
            to(place.getMaxY() - seen);
        }
    }
}
