package dev.biglittle.evaluate.report;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.biglittle.decode.Policy;
import dev.biglittle.decode.Statistics;
import dev.biglittle.evaluate.DraftAcceptance;
import dev.biglittle.evaluate.Measurement;
import dev.biglittle.evaluate.ParetoFront;
import dev.biglittle.evaluate.Results;

/** Results as one JSON object. {@code docs/evaluation-json.md} says what each field is; programs rely on them. */
public final class ResultsJson {
    private ResultsJson() {
    }

    /** One line, without a line feed. */
    public static String of(Results results) {
        JsonObject json = new JsonObject();
        json.addProperty("metric", results.metric().label());
        json.addProperty("signature", results.metric().signature());
        json.addProperty("pair", results.subject().pair());
        json.addProperty("source", results.subject().source());
        json.addProperty("provider", results.subject().provider());
        json.addProperty("threads", results.subject().threads());
        json.addProperty("texts", results.texts());
        JsonArray points = new JsonArray();
        results.measured().forEach(m -> points.add(point(m, ParetoFront.contains(results.measured(), m))));
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
            int maxRun = m.setting().policy().maxRun();
            point.addProperty("maxRun", Policy.runWord(maxRun) == null ? maxRun : Policy.NO_MAX_RUN);
            point.addProperty("adaptiveRun", maxRun == Policy.ADAPTIVE_RUN);
            point.addProperty("confidentRun", maxRun == Policy.CONFIDENT_RUN);
        }
        point.addProperty("score", m.score());
        point.addProperty("pareto", pareto);
        point.addProperty("speedUp", m.speedUp());
        point.addProperty("medianMillis", m.medianMillis());
        point.addProperty("p95Millis", m.p95Millis());
        point.addProperty("fallbackShare", m.fallbackShare());
        point.addProperty("rolledBackShare", m.rolledBackShare());
        point.addProperty("tokensPerLargePass", m.tokensPerLargePass());
        point.addProperty("wastedSmallSteps", m.wastedSmallSteps());
        count(point, m.statistics());
        point.add("drafts", drafts(m.drafts()));
        return point;
    }

    private static void count(JsonObject point, Statistics s) {
        point.addProperty("targetTokens", s.targetTokens());
        point.addProperty("smallSteps", s.smallSteps());
        point.addProperty("largePasses", s.largePasses());
        point.addProperty("fallbacks", s.fallbacks());
        point.addProperty("handOvers", s.handOvers());
        point.addProperty("rollbacks", s.rollbacks());
        point.addProperty("rolledBackTokens", s.rolledBackTokens());
        point.addProperty("millis", s.totalNanos() / 1e6);
        point.addProperty("encodeMillis", s.encodeNanos() / 1e6);
        point.addProperty("smallMillis", s.smallNanos() / 1e6);
        point.addProperty("largeMillis", s.largeNanos() / 1e6);
        point.addProperty("otherMillis", s.otherNanos() / 1e6);
    }

    private static JsonArray drafts(DraftAcceptance drafts) {
        JsonArray positions = new JsonArray();
        for (int i = 0; i < drafts.positions(); i++) {
            JsonObject position = new JsonObject();
            position.addProperty("reviewed", drafts.reviewed()[i]);
            position.addProperty("kept", drafts.kept()[i]);
            position.addProperty("replaced", drafts.replaced()[i]);
            positions.add(position);
        }
        return positions;
    }
}
