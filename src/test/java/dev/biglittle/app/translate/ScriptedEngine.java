package dev.biglittle.app.translate;

import dev.biglittle.app.engine.PairInfo;
import dev.biglittle.app.engine.TranslationEngine;
import dev.biglittle.decode.Policy;
import dev.biglittle.decode.Statistics;
import dev.biglittle.pair.Preset;
import dev.biglittle.problem.Explanation;
import dev.biglittle.translate.TranslationEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;

/** An engine that reports a given list of events, and remembers what it was asked. */
public final class ScriptedEngine implements TranslationEngine {
    final List<String> texts = new ArrayList<>();
    public final List<Policy> policies = new ArrayList<>();
    List<TranslationEvent> script = List.of();
    /** What it reports for each policy. */
    public Function<Policy, List<TranslationEvent>> scripts = policy -> script;
    public RuntimeException failure;
    PairInfo pair = info();
    boolean closed;

    static PairInfo info() {
        return info("German to English", "de", "en");
    }

    static PairInfo info(String name, String sourceLanguage, String targetLanguage) {
        Map<String, Preset> presets = new LinkedHashMap<>();
        presets.put("faithful", new Preset(0.9, 2, 10));
        presets.put("balanced", new Preset(0.4, 3, 8));
        return new PairInfo(name, sourceLanguage, targetLanguage, presets, presets.get("balanced"), "CPU",
                Explanation.of("cuda.noCard"), 2, Map.of("faithful", 0.9, "balanced", 1.25), null);
    }

    @Override
    public PairInfo pair() {
        return pair;
    }

    @Override
    public Statistics translate(String text, Policy policy, Consumer<TranslationEvent> events,
                                BooleanSupplier cancelled) {
        texts.add(text);
        policies.add(policy);
        List<TranslationEvent> reported = scripts.apply(policy);
        reported.forEach(events);
        if (failure != null) {
            throw failure;
        }
        return reported.isEmpty() ? Statistics.NONE
                : ((TranslationEvent.Finished) reported.get(reported.size() - 1)).statistics();
    }

    @Override
    public void close() {
        closed = true;
    }
}
