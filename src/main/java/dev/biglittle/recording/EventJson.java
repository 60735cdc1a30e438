package dev.biglittle.recording;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.biglittle.decode.Candidates;
import dev.biglittle.decode.DecodeEvent;
import dev.biglittle.decode.FinishReason;
import dev.biglittle.decode.Origin;
import dev.biglittle.decode.Statistics;
import dev.biglittle.decode.Timing;
import dev.biglittle.json.Fields;
import dev.biglittle.json.Json;
import dev.biglittle.text.Segment;
import dev.biglittle.translate.TranslationEvent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Events as JSON objects, one each, told apart by their field "type". Times are nanoseconds. */
final class EventJson {
    private EventJson() {
    }

    static JsonObject of(TranslationEvent event) {
        if (event instanceof TranslationEvent.Planned planned) {
            JsonArray sentences = new JsonArray();
            planned.sentences().forEach(segment -> sentences.add(Json.object().add("start", segment.start())
                    .add("before", segment.before()).add("text", segment.text()).made()));
            return Json.typed("planned").add("sentences", sentences).made();
        }
        if (event instanceof TranslationEvent.SentenceStarted s) {
            return Json.typed("sentence").add("index", s.index()).add("start", s.start()).add("end", s.end())
                    .add("before", s.before()).add("source", s.source()).add("startNanos", s.startNanos())
                    .add("remembered", s.remembered()).made();
        }
        if (event instanceof TranslationEvent.Finished finished) {
            return Json.typed("finished").add("cancelled", finished.cancelled()).add("after", finished.after())
                    .add("statistics", of(finished.statistics())).made();
        }
        return of((TranslationEvent.Step) event);
    }

    private static JsonObject of(TranslationEvent.Step step) {
        DecodeEvent event = step.event();
        if (event instanceof DecodeEvent.Encoded e) {
            return in(step, "encoded").add("large", e.large()).add("sourceTokens", e.sourceTokens())
                    .add("timing", of(e.timing())).made();
        }
        if (event instanceof DecodeEvent.Drafted d) {
            return in(step, "drafted").add("position", d.position()).add("piece", step.piece())
                    .add("small", of(d.small(), step.smallTop())).add("timing", of(d.timing())).made();
        }
        if (event instanceof DecodeEvent.FellBack f) {
            return in(step, "fellBack").add("position", f.position()).add("small", of(f.small(), step.smallTop()))
                    .add("timing", of(f.timing())).made();
        }
        if (event instanceof DecodeEvent.Reviewed r) {
            JsonArray drafts = new JsonArray();
            for (int i = 0; i < r.distances().size(); i++) {
                drafts.add(Json.object().add("distance", r.distances().get(i))
                        .add("large", of(r.large().get(i), step.largeTop().get(i))).made());
            }
            return in(step, "reviewed").add("position", r.position()).add("drafts", drafts)
                    .add("timing", of(r.timing())).made();
        }
        if (event instanceof DecodeEvent.RolledBack b) {
            JsonArray dropped = new JsonArray();
            b.dropped().forEach(dropped::add);
            return in(step, "rolledBack").add("position", b.position()).add("dropped", dropped)
                    .add("distance", b.distance()).add("piece", step.piece())
                    .add("large", of(b.large(), step.largeTop().get(0))).made();
        }
        if (event instanceof DecodeEvent.Written w) {
            return in(step, "written").add("position", w.position()).add("origin", w.origin().label())
                    .add("piece", step.piece()).add("large", of(w.large(), step.largeTop().get(0))).made();
        }
        DecodeEvent.Finished finished = (DecodeEvent.Finished) event;
        return in(step, "sentenceFinished").add("reason", finished.reason().name().toLowerCase(Locale.ROOT))
                .add("statistics", of(finished.statistics())).made();
    }

    private static Json in(TranslationEvent.Step step, String type) {
        return Json.typed(type).add("sentence", step.sentence());
    }

    private static JsonArray of(Candidates candidates, List<String> texts) {
        JsonArray array = new JsonArray();
        for (int i = 0; i < texts.size(); i++) {
            array.add(Json.object().add("token", candidates.tokens()[i]).add("text", texts.get(i))
                    .add("probability", candidates.probabilities()[i]).made());
        }
        return array;
    }

    private static JsonObject of(Timing timing) {
        return Json.object().add("startNanos", timing.startNanos()).add("nanos", timing.nanos())
                .add("tokens", timing.tokens()).made();
    }

    private static JsonObject of(Statistics s) {
        return Json.object().add("sourceTokens", s.sourceTokens()).add("targetTokens", s.targetTokens())
                .add("smallSteps", s.smallSteps()).add("largePasses", s.largePasses()).add("fallbacks", s.fallbacks())
                .add("handOvers", s.handOvers()).add("rollbacks", s.rollbacks())
                .add("rolledBackTokens", s.rolledBackTokens()).add("totalNanos", s.totalNanos())
                .add("encodeNanos", s.encodeNanos()).add("smallNanos", s.smallNanos())
                .add("largeNanos", s.largeNanos()).made();
    }

    static TranslationEvent read(Fields fields) {
        String type = fields.string("type");
        return switch (type) {
            case "planned" -> new TranslationEvent.Planned(fields.objects("sentences",
                    s -> new Segment(s.smallCount("start"), s.string("before"), s.string("text"))));
            case "sentence" -> new TranslationEvent.SentenceStarted(fields.smallCount("index"),
                    fields.smallCount("start"), fields.smallCount("end"), fields.string("before"),
                    fields.string("source"), fields.count("startNanos"), fields.bool("remembered"));
            case "finished" -> new TranslationEvent.Finished(fields.bool("cancelled"), fields.string("after"),
                    statistics(fields.object("statistics")));
            default -> step(type, fields);
        };
    }

    private static TranslationEvent.Step step(String type, Fields fields) {
        List<Named> small = type.equals("drafted") || type.equals("fellBack") ? named(fields, "small") : List.of();
        List<Named> large = type.equals("rolledBack") || type.equals("written") ? named(fields, "large") : List.of();
        List<List<Named>> judged = type.equals("reviewed")
                ? fields.objects("drafts", draft -> named(draft, "large")) : List.of(large);
        String piece = small.isEmpty() && large.isEmpty() || type.equals("fellBack") ? "" : fields.string("piece");
        DecodeEvent event = switch (type) {
            case "encoded" -> new DecodeEvent.Encoded(fields.bool("large"), fields.smallCount("sourceTokens"),
                    timing(fields));
            case "drafted" -> new DecodeEvent.Drafted(fields.smallCount("position"), candidates(small), timing(fields));
            case "fellBack" -> new DecodeEvent.FellBack(fields.smallCount("position"), candidates(small), timing(fields));
            case "reviewed" -> new DecodeEvent.Reviewed(fields.smallCount("position"),
                    fields.objects("drafts", draft -> (float) draft.number("distance")),
                    judged.stream().map(EventJson::candidates).toList(), timing(fields));
            case "rolledBack" -> new DecodeEvent.RolledBack(fields.smallCount("position"), fields.counts("dropped"),
                    (float) fields.number("distance"), candidates(large));
            case "written" -> new DecodeEvent.Written(fields.smallCount("position"), origin(fields), candidates(large));
            case "sentenceFinished" -> new DecodeEvent.Finished(reason(fields), statistics(fields.object("statistics")));
            default -> throw fields.wrong("wrong.event", type);
        };
        return new TranslationEvent.Step(fields.smallCount("sentence"), event, piece, texts(small),
                judged.stream().filter(list -> !list.isEmpty()).map(EventJson::texts).toList());
    }

    /** A token a model thought of. */
    private record Named(int token, String text, float probability) {
    }

    private static List<Named> named(Fields fields, String name) {
        List<Named> named = fields.objects(name, c -> new Named(c.smallCount("token"), c.string("text"),
                (float) c.number("probability")));
        if (named.isEmpty() || named.stream().anyMatch(c -> c.probability() > 1)) {
            throw fields.wrong("wrong.candidates", name);
        }
        return named;
    }

    private static Candidates candidates(List<Named> named) {
        float[] probabilities = new float[named.size()];
        for (int i = 0; i < probabilities.length; i++) {
            probabilities[i] = named.get(i).probability();
        }
        return new Candidates(named.stream().mapToInt(Named::token).toArray(), probabilities);
    }

    private static List<String> texts(List<Named> named) {
        return named.stream().map(Named::text).toList();
    }

    private static Origin origin(Fields fields) {
        String label = fields.string("origin");
        return Arrays.stream(Origin.values()).filter(origin -> origin.label().equals(label)).findFirst()
                .orElseThrow(() -> fields.wrong("wrong.origin", label));
    }

    private static FinishReason reason(Fields fields) {
        String name = fields.string("reason");
        return Arrays.stream(FinishReason.values()).filter(r -> r.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst().orElseThrow(() -> fields.wrong("wrong.reason", name));
    }

    private static Timing timing(Fields fields) {
        Fields timing = fields.object("timing");
        return new Timing(timing.count("startNanos"), timing.count("nanos"), timing.smallCount("tokens"));
    }

    private static Statistics statistics(Fields s) {
        return new Statistics(s.smallCount("sourceTokens"), s.smallCount("targetTokens"), s.smallCount("smallSteps"),
                s.smallCount("largePasses"), s.smallCount("fallbacks"), s.smallCount("handOvers"),
                s.smallCount("rollbacks"), s.smallCount("rolledBackTokens"), s.count("totalNanos"),
                s.count("encodeNanos"), s.count("smallNanos"), s.count("largeNanos"));
    }
}
