package dev.biglittle.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.biglittle.decode.Statistics;
import dev.biglittle.evaluate.Bleu;
import dev.biglittle.evaluate.Measurement;
import java.util.List;
import java.util.Locale;

/** Measurements as a table for people and as one JSON object for programs. */
final class EvaluationOutput {
    private EvaluationOutput() {
    }

    static String table(List<Measurement> measured) {
        StringBuilder table = new StringBuilder(String.format("%-12s %8s %8s %6s %8s %9s %9s %9s %11s%n", "mode",
                "fallback", "rollback", "BLEU", "speed-up", "median ms", "p95 ms", "fallbacks", "rolled back"));
        for (Measurement m : measured) {
            table.append(String.format(Locale.ROOT, "%-12s %8s %8s %6.2f %8.2f %9.1f %9.1f %8.1f%% %10.1f%%%n",
                    m.setting().mode().label(), threshold(m, m.setting().policy().fallback()),
                    threshold(m, m.setting().policy().rollback()), m.bleu(), m.speedUp(), m.medianMillis(),
                    m.p95Millis(), 100 * m.fallbackShare(), 100 * m.rolledBackShare()));
        }
        return table + "BLEU: " + Bleu.SIGNATURE + "; " + measured.get(0).texts()
                + " texts; speed-up: median time of the large model alone in this run over the median time";
    }

    private static String threshold(Measurement m, double value) {
        return !m.setting().hasThresholds() ? "-" : Double.isInfinite(value) ? "inf" : String.valueOf(value);
    }

    static String json(List<Measurement> measured) {
        JsonObject json = new JsonObject();
        json.addProperty("metric", "BLEU");
        json.addProperty("signature", Bleu.SIGNATURE);
        json.addProperty("texts", measured.get(0).texts());
        JsonArray points = new JsonArray();
        measured.forEach(m -> points.add(point(m)));
        json.add("points", points);
        return json.toString();
    }

    private static JsonObject point(Measurement m) {
        JsonObject point = new JsonObject();
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
        point.addProperty("targetTokens", s.targetTokens());
        point.addProperty("millis", s.totalNanos() / 1e6);
        point.addProperty("medianMillis", m.medianMillis());
        point.addProperty("p95Millis", m.p95Millis());
        point.addProperty("speedUp", m.speedUp());
        point.addProperty("fallbackShare", m.fallbackShare());
        point.addProperty("rolledBackShare", m.rolledBackShare());
        point.addProperty("smallSteps", s.smallSteps());
        point.addProperty("largePasses", s.largePasses());
        point.addProperty("otherMillis", s.otherNanos() / 1e6);
        return point;
    }
}
