package dev.biglittle.app.tradeoff;

import dev.biglittle.decode.Mode;
import dev.biglittle.decode.Policy;
import dev.biglittle.evaluate.Setting;
import dev.biglittle.evaluate.report.MeasuredCurve;
import dev.biglittle.evaluate.report.MeasuredCurve.Point;
import dev.biglittle.recording.Recording;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/**
 * Where thresholds lie on a measured curve.
 *
 * @param latency  time relative to the large model alone
 * @param score    in the curve's metric
 * @param measured whether these very thresholds were measured; else the numbers lie between measured neighbours
 */
record Place(double latency, double score, boolean measured) {
    private static final double SAME = 1e-9;

    /** The place of some thresholds; empty if they lie outside what was measured. */
    static Optional<Place> of(Recording.Settings now, MeasuredCurve curve) {
        if (now.mode() == Mode.LARGE || now.mode() == Mode.SMALL) {
            return curve.points().stream().filter(p -> p.mode() == now.mode()).findFirst()
                    .map(p -> new Place(p.latency(), p.score(), true));
        }
        // a mode need not use every threshold that stands there, and what it makes of them is what was measured
        Policy policy = now.mode().policy(now.fallback(), now.rollback(), now.maxRun());
        List<Point> swept = curve.points().stream().filter(p -> p.series() == Setting.Series.SWEEP
                && p.mode() == now.mode() && p.maxRun() == policy.maxRun()).toList();
        Optional<Point> exact = find(swept, policy.fallback(), policy.rollback());
        if (exact.isPresent()) {
            return exact.map(p -> new Place(p.latency(), p.score(), true));
        }
        return between(policy, swept);
    }

    private static Optional<Point> find(List<Point> points, double fallback, double rollback) {
        return points.stream().filter(p -> same(p.fallback(), fallback) && same(p.rollback(), rollback)).findFirst();
    }

    private static boolean same(double a, double b) {
        return a == b || Math.abs(a - b) < SAME;
    }

    /** Between the measured corners around it, each counting the more the nearer it is. */
    private static Optional<Place> between(Policy now, List<Point> swept) {
        double[] fallbacks = around(swept.stream().mapToDouble(Point::fallback), now.fallback());
        double[] rollbacks = around(swept.stream().mapToDouble(Point::rollback), now.rollback());
        if (fallbacks.length == 0 || rollbacks.length == 0) {
            return Optional.empty();
        }
        double x = share(fallbacks, now.fallback());
        double y = share(rollbacks, now.rollback());
        Optional<Point> lowLow = find(swept, fallbacks[0], rollbacks[0]);
        Optional<Point> lowHigh = find(swept, fallbacks[0], rollbacks[1]);
        Optional<Point> highLow = find(swept, fallbacks[1], rollbacks[0]);
        Optional<Point> highHigh = find(swept, fallbacks[1], rollbacks[1]);
        if (lowLow.isEmpty() || lowHigh.isEmpty() || highLow.isEmpty() || highHigh.isEmpty()) {
            return Optional.empty();
        }
        ToDoubleFunction<ToDoubleFunction<Point>> mix = of -> (1 - x) * ((1 - y) * of.applyAsDouble(lowLow.get())
                + y * of.applyAsDouble(lowHigh.get())) + x * ((1 - y) * of.applyAsDouble(highLow.get())
                + y * of.applyAsDouble(highHigh.get()));
        return Optional.of(new Place(mix.applyAsDouble(Point::latency), mix.applyAsDouble(Point::score), false));
    }

    /** The measured values next to one; the same twice where it was measured; empty where there are not two. */
    private static double[] around(DoubleStream measured, double value) {
        double[] sorted = measured.distinct().sorted().toArray();
        for (int i = 0; i < sorted.length; i++) {
            if (same(sorted[i], value)) {
                return new double[] {sorted[i], sorted[i]};
            }
            if (i > 0 && sorted[i - 1] < value && value < sorted[i] && Double.isFinite(sorted[i])) {
                return new double[] {sorted[i - 1], sorted[i]};
            }
        }
        return new double[0];
    }

    private static double share(double[] around, double value) {
        return around[0] == around[1] ? 0 : (value - around[0]) / (around[1] - around[0]);
    }
}
