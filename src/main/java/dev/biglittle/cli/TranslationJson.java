package dev.biglittle.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.biglittle.decode.Mode;
import dev.biglittle.decode.Statistics;
import dev.biglittle.translate.TokenRun;
import dev.biglittle.translate.Transcript;

/** One translated text as a JSON object: the contract for programs that read it. */
final class TranslationJson {
    private TranslationJson() {
    }

    static String of(String source, Mode mode, Transcript transcript) {
        JsonObject json = new JsonObject();
        json.addProperty("source", source);
        json.addProperty("translation", transcript.text().stripTrailing());
        json.addProperty("mode", mode.label());
        json.add("tokens", tokens(transcript));
        json.add("rolledBack", rolledBack(transcript));
        json.add("stats", stats(transcript.statistics()));
        return json.toString();
    }

    private static JsonArray tokens(Transcript transcript) {
        JsonArray tokens = new JsonArray();
        for (TokenRun token : transcript.tokens()) {
            JsonObject json = new JsonObject();
            json.addProperty("id", token.id());
            json.addProperty("text", token.text());
            json.addProperty("origin", token.origin().label());
            json.addProperty("probability", token.probability());
            json.add("distance", Double.isNaN(token.distance()) ? JsonNull.INSTANCE
                    : new JsonPrimitive(token.distance()));
            tokens.add(json);
        }
        return tokens;
    }

    private static JsonArray rolledBack(Transcript transcript) {
        JsonArray all = new JsonArray();
        for (Transcript.RolledBack one : transcript.rolledBack()) {
            JsonObject json = new JsonObject();
            json.addProperty("at", one.at());
            json.addProperty("text", one.text());
            json.addProperty("replacement", one.replacement());
            all.add(json);
        }
        return all;
    }

    private static JsonObject stats(Statistics statistics) {
        JsonObject json = new JsonObject();
        json.addProperty("sourceTokens", statistics.sourceTokens());
        json.addProperty("targetTokens", statistics.targetTokens());
        json.addProperty("smallSteps", statistics.smallSteps());
        json.addProperty("largePasses", statistics.largePasses());
        json.addProperty("fallbacks", statistics.fallbacks());
        json.addProperty("handOvers", statistics.handOvers());
        json.addProperty("rollbacks", statistics.rollbacks());
        json.addProperty("rolledBackTokens", statistics.rolledBackTokens());
        json.addProperty("millis", millis(statistics.totalNanos()));
        json.addProperty("encodeMillis", millis(statistics.encodeNanos()));
        json.addProperty("smallMillis", millis(statistics.smallNanos()));
        json.addProperty("largeMillis", millis(statistics.largeNanos()));
        json.addProperty("otherMillis", millis(statistics.otherNanos()));
        return json;
    }

    /** Milliseconds to the microsecond. */
    private static double millis(long nanos) {
        return Math.round(nanos / 1e3) / 1e3;
    }
}
