package dev.biglittle.app.marked;

import dev.biglittle.app.look.Cue;
import dev.biglittle.app.look.Palette;
import dev.biglittle.decode.Origin;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Rectangle2D;
import javafx.scene.Group;
import javafx.scene.shape.HLineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.VLineTo;

/** Tints and cues behind a text: two shapes per origin, however many tokens there are. */
final class MarkLayer extends Group {
    private final Map<Origin, List<Rectangle2D>> marked = new EnumMap<>(Origin.class);

    MarkLayer() {
        getStyleClass().add("marks");
        setMouseTransparent(true);
        setAutoSizeChildren(false);
    }

    void clear() {
        marked.clear();
    }

    void add(Origin origin, List<Rectangle2D> rectangles) {
        marked.computeIfAbsent(origin, o -> new ArrayList<>()).addAll(rectangles);
    }

    void draw(Palette palette) {
        List<Path> paths = new ArrayList<>(2 * marked.size());
        marked.forEach((origin, rectangles) -> {
            Palette.Style style = palette.of(origin);
            Path tint = new Path(TextShapes.rounded(rectangles));
            tint.setFill(style.tint());
            tint.setStroke(null);
            paths.add(tint);
            if (style.cue() != Cue.PLAIN) {
                paths.add(cue(style, rectangles));
            }
        });
        getChildren().setAll(paths);
    }

    private static Path cue(Palette.Style style, List<Rectangle2D> rectangles) {
        List<PathElement> lines = new ArrayList<>();
        for (Rectangle2D r : rectangles) {
            switch (style.cue()) {
                case UNDERLINE, DOTTED -> underline(lines, r, 1);
                case DOUBLE -> {
                    underline(lines, r, 0.5);
                    underline(lines, r, 3);
                }
                case BAR -> {
                    lines.add(new MoveTo(r.getMinX() - 1, r.getMinY() + 1.5));
                    lines.add(new VLineTo(r.getMaxY() - 1.5));
                }
                case PLAIN -> throw new IllegalStateException("a plain token has no cue");
            }
        }
        Path path = new Path(lines);
        path.setStroke(style.line());
        path.setStrokeWidth(switch (style.cue()) {
            case BAR -> 3;
            case DOTTED -> 2.2;
            case DOUBLE -> 1.1;
            default -> 1.8;
        });
        if (style.cue() == Cue.DOTTED) {
            path.getStrokeDashArray().setAll(0.1, 4.2);
            path.setStrokeLineCap(StrokeLineCap.ROUND);
        }
        return path;
    }

    private static void underline(List<PathElement> lines, Rectangle2D r, double up) {
        lines.add(new MoveTo(r.getMinX() + 2, r.getMaxY() - up));
        lines.add(new HLineTo(r.getMaxX() - 2));
    }
}
