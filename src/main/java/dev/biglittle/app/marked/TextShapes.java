package dev.biglittle.app.marked;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.scene.shape.ArcTo;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.HLineTo;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.VLineTo;

/** Shapes around text. */
public final class TextShapes {
    private static final double RADIUS = 3;
    /** Room below the letters for a line or two. */
    private static final double BELOW = 2;

    private TextShapes() {
    }

    /** The rectangles of a {@link javafx.scene.text.TextFlow#rangeShape}, one a line, moved by (dx, dy). */
    public static List<Rectangle2D> rectangles(PathElement[] shape, double dx, double dy) {
        List<Rectangle2D> rectangles = new ArrayList<>(1);
        double left = 0;
        double top = 0;
        double right = 0;
        double bottom = 0;
        boolean open = false;
        for (PathElement element : shape) {
            if (element instanceof MoveTo move) {
                add(rectangles, open, left, top, right, bottom);
                left = right = move.getX() + dx;
                top = bottom = move.getY() + dy;
                open = true;
            } else if (element instanceof LineTo line) {
                left = Math.min(left, line.getX() + dx);
                right = Math.max(right, line.getX() + dx);
                top = Math.min(top, line.getY() + dy);
                bottom = Math.max(bottom, line.getY() + dy);
            }
        }
        add(rectangles, open, left, top, right, bottom);
        return rectangles;
    }

    private static void add(List<Rectangle2D> rectangles, boolean open, double left, double top, double right,
                            double bottom) {
        if (open && right > left && bottom > top) {
            rectangles.add(new Rectangle2D(left, top, right - left, bottom - top + BELOW));
        }
    }

    /** Outlines with round corners. */
    public static List<PathElement> rounded(List<Rectangle2D> rectangles) {
        List<PathElement> path = new ArrayList<>();
        for (Rectangle2D r : rectangles) {
            double radius = Math.min(RADIUS, Math.min(r.getWidth(), r.getHeight()) / 2);
            path.add(new MoveTo(r.getMinX() + radius, r.getMinY()));
            path.add(new HLineTo(r.getMaxX() - radius));
            path.add(corner(radius, r.getMaxX(), r.getMinY() + radius));
            path.add(new VLineTo(r.getMaxY() - radius));
            path.add(corner(radius, r.getMaxX() - radius, r.getMaxY()));
            path.add(new HLineTo(r.getMinX() + radius));
            path.add(corner(radius, r.getMinX(), r.getMaxY() - radius));
            path.add(new VLineTo(r.getMinY() + radius));
            path.add(corner(radius, r.getMinX() + radius, r.getMinY()));
            path.add(new ClosePath());
        }
        return path;
    }

    private static ArcTo corner(double radius, double x, double y) {
        return new ArcTo(radius, radius, 0, x, y, false, true);
    }
}
