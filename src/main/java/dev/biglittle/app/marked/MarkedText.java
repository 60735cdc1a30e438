package dev.biglittle.app.marked;

import dev.biglittle.app.look.Cue;
import dev.biglittle.app.look.Look;
import dev.biglittle.decode.Origin;
import dev.biglittle.translate.TokenRun;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javafx.collections.ObservableList;
import javafx.geometry.Orientation;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.shape.Path;
import javafx.scene.text.HitInfo;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** Flowing text whose runs are tinted and marked by origin. */
class MarkedText extends Region {
    /** Room around the text, in pixels, for tints that reach beyond the letters. */
    private static final double ROOM = 3;

    private final Path outline = new Path();
    private final MarkLayer layer = new MarkLayer();
    private final TextFlow flow = new TextFlow();
    private final List<TextRun> runs = new ArrayList<>();
    private Look.Marks marks;
    private List<Integer> outlined = List.of();
    private boolean folded;
    private double heightDrawn;
    private double widthDrawn;

    MarkedText(Look.Marks marks) {
        this.marks = marks;
        getStyleClass().add("marked-text");
        flow.getStyleClass().add("flow");
        outline.getStyleClass().add("outline");
        outline.setManaged(false);
        layer.setManaged(false);
        flow.setMouseTransparent(true);
        getChildren().addAll(layer, flow, outline);
    }

    List<TextRun> runs() {
        return Collections.unmodifiableList(runs);
    }

    /** Replaces the runs in [from, to) and touches only what looks different. */
    void replace(int from, int to, List<TextRun> with) {
        int same = 0;
        while (same < with.size() && from + same < to && runs.get(from + same).looksLike(with.get(same))) {
            runs.set(from + same, with.get(same));
            same++;
        }
        if (from + same == to && same == with.size()) {
            return;
        }
        List<TextRun> added = with.subList(same, with.size());
        replacePart(runs, from + same, to, added);
        if (!folded) {
            ObservableList<Node> nodes = flow.getChildren();
            nodes.remove(from + same, to);
            nodes.addAll(from + same, added.stream().map(this::node).toList());
        }
        outlined = List.of();
        requestLayout();
    }

    /**
     * Gives up everything that is drawn, or draws it again. A folded text keeps its place and its runs; drawn, a token
     * takes some ten kilobytes, which is too much for all the tokens of a book.
     */
    void setFolded(boolean fold) {
        if (fold == folded) {
            return;
        }
        if (fold) {
            heightDrawn = getHeight();
            widthDrawn = getWidth();
            flow.getChildren().clear();
        } else {
            flow.getChildren().setAll(runs.stream().map(this::node).toList());
        }
        folded = fold;
        requestLayout();
    }

    private static void replacePart(List<TextRun> list, int from, int to, List<TextRun> with) {
        list.subList(from, to).clear();
        list.addAll(from, with);
    }

    private Node node(TextRun run) {
        Text text = new Text(run.text());
        dress(text, run);
        return text;
    }

    private void dress(Text text, TextRun run) {
        text.setFill(run.ghost() ? marks.palette().ghost() : marks.palette().ink());
        text.setStrikethrough(run.ghost());
        boolean bold = marks.marked() && !run.ghost() && marks.palette().of(run.token().origin()).cue() == Cue.BAR;
        text.setStyle(bold ? "-fx-font-weight: bold" : null);
    }

    void setMarks(Look.Marks marks) {
        this.marks = marks;
        for (int i = 0; i < flow.getChildren().size(); i++) {
            dress((Text) flow.getChildren().get(i), runs.get(i));
        }
        requestLayout();
    }

    /** The run at a point of this node; -1 if there is none. */
    int runAt(Point2D point) {
        HitInfo hit = flow.hitTest(flow.parentToLocal(point));
        int end = 0;
        for (int i = 0; i < runs.size(); i++) {
            end += runs.get(i).text().length();
            if (hit.getCharIndex() < end) {
                return rectangles(i).stream().anyMatch(r -> r.contains(point)) ? i : -1;
            }
        }
        return -1;
    }

    /** Where a run stands in this node, one rectangle a line; without the space before it, and what was copied. */
    List<Rectangle2D> rectangles(int run) {
        int start = 0;
        for (int i = 0; i < run; i++) {
            start += runs.get(i).text().length();
        }
        return written(runs.get(run), start);
    }

    private List<Rectangle2D> written(TextRun run, int start) {
        return rectangles(run.text().substring(run.copied()), start + run.copied());
    }

    private List<Rectangle2D> rectangles(String text, int start) {
        int space = text.length() - text.stripLeading().length();
        return TextShapes.rectangles(flow.rangeShape(start + space, start + text.length()),
                flow.getLayoutX(), flow.getLayoutY());
    }

    /** Where the runs in [from, to) stand in this node, one rectangle a line. */
    List<Rectangle2D> rectangles(int from, int to) {
        int start = runs.subList(0, from).stream().mapToInt(run -> run.text().length()).sum();
        StringBuilder text = new StringBuilder();
        runs.subList(from, to).forEach(run -> text.append(run.text()));
        return rectangles(text.toString(), start);
    }

    boolean isFolded() {
        return folded;
    }

    /** The run nearest to a point of this node; -1 if there is none. */
    int runNear(Point2D point) {
        int index = flow.hitTest(flow.parentToLocal(point)).getCharIndex();
        int end = 0;
        for (int i = 0; i < runs.size(); i++) {
            end += runs.get(i).text().length();
            if (index < end) {
                return i;
            }
        }
        return -1;
    }

    /** Draws a frame around each of these runs, and around no other. */
    void outline(List<Integer> which) {
        outlined = which;
        outline.getElements().setAll(folded ? List.of() : TextShapes.rounded(which.stream()
                .filter(run -> run < runs.size()).flatMap(run -> rectangles(run).stream()).toList()));
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    public double getBaselineOffset() {
        return flow.getBaselineOffset() + ROOM;
    }

    @Override
    protected double computePrefWidth(double height) {
        return Math.ceil(flow.prefWidth(-1)) + 2 * ROOM;
    }

    @Override
    protected double computePrefHeight(double width) {
        if (folded) {
            return heightDrawn * (width > 0 ? widthDrawn / width : 1);
        }
        return flow.prefHeight(width < 0 ? -1 : width - 2 * ROOM) + 2 * ROOM;
    }

    @Override
    protected void layoutChildren() {
        flow.resizeRelocate(ROOM, ROOM, Math.max(0, getWidth() - 2 * ROOM), Math.max(0, getHeight() - 2 * ROOM));
        flow.layout();
        layer.clear();
        if (marks.marked() && !folded) {
            int start = 0;
            for (TextRun run : runs) {
                if (!run.ghost() && !run.text().isBlank()) {
                    layer.add(run.token().origin(), written(run, start));
                }
                start += run.text().length();
            }
        }
        layer.draw(marks.palette());
        outline(outlined);
    }

    /** A text that shows how an origin looks. */
    static TextRun sample(String text, Origin origin) {
        return new TextRun(text, false, new TokenRun(0, 0, text, 0, origin, 1, Double.NaN,
                List.of(), List.of(), ""), 0);
    }
}
