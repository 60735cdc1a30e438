package dev.biglittle.app.timeline;

import dev.biglittle.app.look.Cue;
import dev.biglittle.app.look.Palette;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;

/**
 * Draws a timeline: a scale, and a lane for each model. Only what is in sight is drawn, and where calls are narrower
 * than a pixel, one a pixel: the work is that of the width, not of the text. Lengths are those of letters of the
 * usual size.
 */
final class TimelineDrawing {
    static final double SCALE = 18;
    static final double LANE = 24;
    static final double GAP = 4;
    static final double HEIGHT = SCALE + 2 * LANE + GAP;

    private static final double NAME_WIDTH = 34;
    private static final double TICK_DISTANCE = 90;
    private static final Font LETTERS = Font.font("System", 11);
    private static final Font BOLD_LETTERS = Font.font("System", FontWeight.BOLD, 11);

    private final TimelineViewModel model;
    private final Palette palette;
    private final GraphicsContext context;
    private final double width;

    /** @param enlarged how many times as large as usual everything is drawn */
    TimelineDrawing(TimelineViewModel model, Palette palette, Canvas canvas, double enlarged) {
        this.model = model;
        this.palette = palette;
        context = canvas.getGraphicsContext2D();
        context.setTransform(enlarged, 0, 0, enlarged, 0, 0);
        width = canvas.getWidth() / enlarged;
    }

    static double top(boolean large) {
        return SCALE + (large ? LANE + GAP : 0);
    }

    void draw() {
        context.setFill(palette.paper());
        context.fillRect(0, 0, width, HEIGHT);
        scale();
        spans();
        model.linkedProperty().get().forEach(this::frame);
        if (model.pickedProperty().get() >= 0) {
            frame(model.pickedProperty().get());
        }
    }

    private double x(double nanos) {
        return (nanos - model.fromProperty().get()) / model.lengthProperty().get() * width;
    }

    private void scale() {
        double from = model.fromProperty().get();
        double step = roundStep(model.lengthProperty().get() / Math.max(1, width / TICK_DISTANCE));
        context.setFont(LETTERS);
        context.setTextBaseline(VPos.CENTER);
        context.setTextAlign(TextAlignment.LEFT);
        context.setLineDashes();
        context.setLineWidth(1);
        for (double tick = Math.ceil(from / step) * step; tick <= from + model.lengthProperty().get(); tick += step) {
            double x = Math.floor(x(tick)) + 0.5;
            context.setStroke(palette.paper().interpolate(palette.ghost(), 0.35));
            context.strokeLine(x, 4, x, HEIGHT);
            context.setFill(palette.ghost());
            context.fillText(SpanWords.millis(tick), x + 4, SCALE / 2);
        }
    }

    /** The round number at or above: 1, 2 or 5 times a power of ten. */
    static double roundStep(double rough) {
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double times = rough / power;
        return power * (times > 5 ? 10 : times > 2 ? 5 : times > 1 ? 2 : 1);
    }

    private void spans() {
        List<Span> spans = model.timeline().spans();
        double from = model.fromProperty().get();
        int first = model.timeline().firstEndingAfter(from);
        int end = Math.min(spans.size(), model.timeline().firstEndingAfter(from + model.lengthProperty().get()) + 1);
        if (end - first <= width) {
            for (int i = first; i < end; i++) {
                draw(spans.get(i));
            }
            return;
        }
        double perPixel = model.lengthProperty().get() / width;
        for (int px = 0; px < width; px++) {
            double time = from + (px + 0.5) * perPixel;
            int at = model.timeline().firstEndingAfter(time);
            if (at < spans.size() && spans.get(at).start() <= time) {
                Span span = spans.get(at);
                context.setFill(line(span));
                context.fillRect(px, top(span.kind().large()) + 1, 1, LANE - 2);
            }
        }
    }

    private void draw(Span span) {
        double left = x(span.start());
        double wide = Math.max(1, x(span.end()) - left);
        double top = top(span.kind().large());
        boolean written = !span.gone() && span.kind() != Span.Kind.DOUBT;
        context.setFill(written ? tint(span) : palette.paper());
        context.fillRect(left, top, wide, LANE);
        if (wide < 3) {
            context.setFill(line(span));
            context.fillRect(left, top, wide, LANE);
            return;
        }
        context.setStroke(line(span));
        context.setLineWidth(1);
        context.setLineDashes(written ? null : new double[] {2, 2});
        context.strokeRect(left + 0.5, top + 0.5, wide - 1, LANE - 1);
        context.setLineDashes();
        if (span.gone()) {
            context.strokeLine(left + 1, top + LANE / 2, left + wide - 1, top + LANE / 2);
        }
        if (written) {
            cue(span, left, top, wide);
        }
        letters(span, left, top, wide);
    }

    private void cue(Span span, double left, double top, double wide) {
        Cue cue = span.kind().origin().map(origin -> palette.of(origin).cue()).orElse(Cue.PLAIN);
        double bottom = top + LANE;
        context.setStroke(line(span));
        switch (cue) {
            case PLAIN -> { }
            case UNDERLINE -> stroke(left, bottom - 2, wide, 3);
            case DOUBLE -> {
                stroke(left, bottom - 2, wide, 1.2);
                stroke(left, bottom - 5, wide, 1.2);
            }
            case DOTTED -> {
                context.setLineDashes(2.5, 2.5);
                stroke(left, bottom - 2.5, wide, 3);
                context.setLineDashes();
            }
            case BAR -> {
                context.setFill(line(span));
                context.fillRect(left, top, Math.min(4, wide), LANE);
            }
        }
    }

    private void stroke(double left, double y, double wide, double thick) {
        context.setLineWidth(thick);
        context.strokeLine(left + 1, y, left + wide - 1, y);
    }

    /** How many tokens it read, and if there is room what it came to. */
    private void letters(Span span, double left, double top, double wide) {
        String read = String.valueOf(span.read());
        double needed = 6.5 * read.length() + 6;
        if (wide < needed) {
            return;
        }
        String name = SpanWords.name(span);
        boolean room = !name.isEmpty() && wide >= needed + NAME_WIDTH + 6 * name.length();
        context.setFont(span.kind() == Span.Kind.ROLLBACK ? BOLD_LETTERS : LETTERS);
        context.setFill(palette.ink());
        context.setTextAlign(TextAlignment.CENTER);
        context.fillText(room ? name + " " + read : read, left + wide / 2, top + LANE / 2 - 1);
    }

    private void frame(int index) {
        Span span = model.timeline().spans().get(index);
        double left = x(span.start());
        double wide = Math.max(4, x(span.end()) - left);
        context.setStroke(palette.ink());
        context.setLineWidth(2.5);
        context.strokeRect(left - 1, top(span.kind().large()) - 1, wide + 2, LANE + 2);
    }

    private Color tint(Span span) {
        return span.kind().origin().map(origin -> palette.of(origin).tint())
                .orElse(palette.paper().interpolate(palette.ghost(), 0.2));
    }

    private Color line(Span span) {
        return span.kind().origin().map(origin -> palette.of(origin).line()).orElse(palette.ghost());
    }
}
