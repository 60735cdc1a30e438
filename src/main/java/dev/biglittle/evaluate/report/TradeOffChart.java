package dev.biglittle.evaluate.report;

import dev.biglittle.evaluate.Measurement;
import dev.biglittle.evaluate.ParetoFront;
import dev.biglittle.evaluate.Results;
import dev.biglittle.evaluate.Setting;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/**
 * Quality against latency relative to the large model alone, as in the paper's Figure 4, drawn as SVG. Series differ in
 * shape as well as in colour; the Pareto front is a line.
 */
final class TradeOffChart {
    private static final double WIDTH = 860;
    private static final double HEIGHT = 460;
    private static final double LEFT = 60;
    private static final double RIGHT = 20;
    private static final double TOP = 30;
    private static final double BOTTOM = 50;
    private static final int TICKS = 5;

    private final List<Measurement> measured;
    private final String metric;
    private final Axis latency;
    private final Axis score;

    /** From a round number below all values to one above, in round steps. */
    private record Axis(double least, double step, int steps) {
        static Axis over(DoubleStream values) {
            DoubleSummaryStatistics range = values.summaryStatistics();
            double rough = Math.max(range.getMax() - range.getMin(), 1e-3) / TICKS;
            double power = Math.pow(10, Math.floor(Math.log10(rough)));
            double step = power * (rough / power > 5 ? 10 : rough / power > 2 ? 5 : rough / power > 1 ? 2 : 1);
            double least = Math.floor(range.getMin() / step) * step;
            return new Axis(least, step, Math.max(1, (int) Math.ceil((range.getMax() - least) / step)));
        }

        double tick(int i) {
            return least + i * step;
        }

        /** Where a value stands, 0 to 1. */
        double share(double value) {
            return (value - least) / (steps * step);
        }
    }

    private TradeOffChart(Results results) {
        measured = results.measured();
        metric = results.metric().label();
        latency = Axis.over(measured.stream().mapToDouble(TradeOffChart::latency));
        score = Axis.over(measured.stream().mapToDouble(Measurement::score));
    }

    /** An {@code <svg>} element that needs nothing else. */
    static String svg(Results results) {
        return new TradeOffChart(results).draw();
    }

    /** Median time over that of the large model alone. */
    private static double latency(Measurement m) {
        return 1 / m.speedUp();
    }

    private double x(double value) {
        return LEFT + latency.share(value) * (WIDTH - LEFT - RIGHT);
    }

    private double y(double value) {
        return HEIGHT - BOTTOM - score.share(value) * (HEIGHT - TOP - BOTTOM);
    }

    private String draw() {
        return format("<svg viewBox=\"0 0 %.0f %.0f\" role=\"img\" aria-label=\"%s against latency relative to the large"
                + " model alone\">%n", WIDTH, HEIGHT, metric) + axes() + front()
                + measured.stream().map(this::point).collect(Collectors.joining()) + legend() + "</svg>";
    }

    private String axes() {
        StringBuilder axes = new StringBuilder();
        for (int i = 0; i <= latency.steps(); i++) {
            double x = x(latency.tick(i));
            axes.append(format("<line class=\"grid\" x1=\"%.1f\" x2=\"%.1f\" y1=\"%.1f\" y2=\"%.1f\"/>"
                    + "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"middle\">%.2f</text>%n", x, x, TOP, HEIGHT - BOTTOM, x,
                    HEIGHT - BOTTOM + 18, latency.tick(i)));
        }
        for (int i = 0; i <= score.steps(); i++) {
            double y = y(score.tick(i));
            axes.append(format("<line class=\"grid\" x1=\"%.1f\" x2=\"%.1f\" y1=\"%.1f\" y2=\"%.1f\"/>"
                    + "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"end\">%.1f</text>%n", LEFT, WIDTH - RIGHT, y, y, LEFT - 8,
                    y + 4, score.tick(i)));
        }
        return axes + format("<text x=\"%.0f\" y=\"%.0f\" text-anchor=\"middle\">latency, large model alone = 1 (left is"
                + " faster)</text><text x=\"14\" y=\"%.0f\">%s</text>%n", (LEFT + WIDTH) / 2, HEIGHT - 8, TOP - 14, metric);
    }

    private String front() {
        return "<polyline class=\"front\" points=\"" + ParetoFront.of(measured).stream()
                .map(m -> format("%.1f,%.1f", x(latency(m)), y(m.score()))).collect(Collectors.joining(" ")) + "\"/>\n";
    }

    private String point(Measurement m) {
        return format("<g><title>%s: %s %.2f, speed-up %.2f</title>%s</g>%n", SettingWords.sentence(m.setting()), metric,
                m.score(), m.speedUp(), mark(m.setting().series(), x(latency(m)), y(m.score())));
    }

    private static String mark(Setting.Series series, double x, double y) {
        return switch (series) {
            case SWEEP -> format("<circle class=\"sweep\" cx=\"%.1f\" cy=\"%.1f\" r=\"5\"/>", x, y);
            case ALONE -> format("<rect class=\"alone\" x=\"%.1f\" y=\"%.1f\" width=\"11\" height=\"11\"/>", x - 5.5, y - 5.5);
            case NO_FALLBACK -> format("<path class=\"no-fallback\" d=\"M%.1f %.1fl6 10h-12z\"/>", x, y - 6);
            case NO_ROLLBACK -> format("<path class=\"no-rollback\" d=\"M%.1f %.1fl10 10m0-10l-10 10\"/>", x - 5, y - 5);
        };
    }

    private String legend() {
        StringBuilder legend = new StringBuilder();
        double y = HEIGHT - BOTTOM - 16;
        for (Setting.Series series : Setting.Series.values()) {
            if (measured.stream().anyMatch(m -> m.setting().series() == series)) {
                legend.append(mark(series, WIDTH - 220, y))
                        .append(format("<text x=\"%.1f\" y=\"%.1f\">%s</text>%n", WIDTH - 206, y + 4, series.label()));
                y -= 20;
            }
        }
        return legend.toString();
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
