package dev.biglittle.evaluate;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.biglittle.decode.Statistics;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Measurements as a table for people, and as JSON and CSV for programs. */
public final class MeasurementFormat {
    private MeasurementFormat() {
    }

    /** A table; a star marks the Pareto front. */
    public static String table(List<Measurement> measured) {
        StringBuilder table = new StringBuilder(String.format("  %-12s %8s %8s %7s %6s %8s %9s %9s %9s %11s%n", "mode",
                "fallback", "rollback", "max-run", "BLEU", "speed-up", "median ms", "p95 ms", "fallbacks",
                "rolled back"));
        for (Measurement m : measured) {
            table.append(String.format(Locale.ROOT, "%s %-12s %8s %8s %7s %6.2f %8.2f %9.1f %9.1f %8.1f%% %10.1f%%%n",
                    ParetoFront.contains(measured, m) ? "*" : " ", m.setting().mode().label(), fallback(m), rollback(m),
                    maxRun(m), m.bleu(), m.speedUp(), m.medianMillis(), m.p95Millis(), 100 * m.fallbackShare(),
                    100 * m.rolledBackShare()));
        }
        return table + "BLEU: " + Bleu.SIGNATURE + "; " + measured.get(0).texts() + " texts; speed-up: median time of"
                + " the large model alone in this run over the median time; *: nothing here is both better and faster";
    }

    static String fallback(Measurement m) {
        return m.setting().hasThresholds() ? number(m.setting().policy().fallback()) : "-";
    }

    static String rollback(Measurement m) {
        return m.setting().hasThresholds() ? number(m.setting().policy().rollback()) : "-";
    }

    static String maxRun(Measurement m) {
        return m.setting().hasThresholds() ? String.valueOf(m.setting().policy().maxRun()) : "-";
    }

    private static String number(double value) {
        return Double.isInfinite(value) ? "inf" : String.valueOf(value);
    }

    /** One object with every point. */
    public static String json(List<Measurement> measured) {
        JsonObject json = new JsonObject();
        json.addProperty("metric", "BLEU");
        json.addProperty("signature", Bleu.SIGNATURE);
        json.addProperty("texts", measured.get(0).texts());
        JsonArray points = new JsonArray();
        measured.forEach(m -> points.add(point(m, ParetoFront.contains(measured, m))));
        json.add("points", points);
        return json.toString();
    }

    private static JsonObject point(Measurement m, boolean pareto) {
        JsonObject point = new JsonObject();
        point.addProperty("series", m.setting().series().label());
        point.addProperty("mode", m.setting().mode().label());
        if (m.setting().hasThresholds()) {
            point.addProperty("fallback", m.setting().policy().fallback());
            double rollback = m.setting().policy().rollback();
            // JSON has no infinity
            point.add("rollback", Double.isInfinite(rollback) ? new JsonPrimitive("inf") : new JsonPrimitive(rollback));
            point.addProperty("maxRun", m.setting().policy().maxRun());
        }
        Statistics s = m.statistics();
        point.addProperty("score", m.bleu());
        point.addProperty("pareto", pareto);
        point.addProperty("targetTokens", s.targetTokens());
        point.addProperty("millis", s.totalNanos() / 1e6);
        point.addProperty("medianMillis", m.medianMillis());
        point.addProperty("p95Millis", m.p95Millis());
        point.addProperty("speedUp", m.speedUp());
        point.addProperty("fallbackShare", m.fallbackShare());
        point.addProperty("rolledBackShare", m.rolledBackShare());
        point.addProperty("smallSteps", s.smallSteps());
        point.addProperty("largePasses", s.largePasses());
        point.addProperty("rollbacks", s.rollbacks());
        point.addProperty("otherMillis", s.otherNanos() / 1e6);
        return point;
    }

    /** One line a point, with a header. */
    public static String csv(List<Measurement> measured) {
        return "series,mode,fallback,rollback,max_run,bleu,pareto,speed_up,median_ms,p95_ms,fallback_share,"
                + "rolled_back_share,target_tokens,small_steps,large_passes\n"
                + measured.stream().map(m -> String.format(Locale.ROOT,
                "\"%s\",%s,%s,%s,%s,%.4f,%s,%.4f,%.3f,%.3f,%.5f,%.5f,%d,%d,%d%n", m.setting().series().label(),
                m.setting().mode().label(), fallback(m), rollback(m), maxRun(m), m.bleu(),
                ParetoFront.contains(measured, m), m.speedUp(), m.medianMillis(), m.p95Millis(), m.fallbackShare(),
                m.rolledBackShare(), m.statistics().targetTokens(), m.statistics().smallSteps(),
                m.statistics().largePasses())).collect(Collectors.joining());
    }
}
