package dev.biglittle.bench;

import dev.biglittle.decode.Policy;
import dev.biglittle.pair.LoadedPair;
import dev.biglittle.pair.Preset;
import dev.biglittle.translate.Translator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** Whole texts: either model alone, both under each preset of the pair, and speculative. */
final class TextsBenchmark {
    /** The way that the others are compared with. */
    static final String LARGE_ALONE = "large model alone";

    private final LoadedPair pair;
    private final Translator translator;
    private final List<String> texts;
    private final BooleanSupplier cancelled;
    private final Map<String, long[]> totals = new LinkedHashMap<>();

    /** @param cancelled asked before every model call; once true, a text ends as it stands */
    TextsBenchmark(LoadedPair pair, List<String> texts, BooleanSupplier cancelled) {
        this.pair = pair;
        this.texts = texts;
        this.cancelled = cancelled;
        translator = new Translator(pair);
    }

    /** What is timed, by name; round n takes text n of the texts, over and over. */
    Map<String, Rounds.Task> tasks() {
        Map<String, Rounds.Task> tasks = new LinkedHashMap<>();
        Preset usual = pair.description().defaultPreset();
        tasks.put(LARGE_ALONE, texts(LARGE_ALONE, Policy.largeAlone()));
        tasks.put("small model alone", texts("small model alone", Policy.smallAlone()));
        pair.description().presets().forEach((name, preset) -> tasks.put("both, " + name, texts("both, " + name,
                Policy.bigLittle(preset.fallback(), preset.rollback(), preset.maxRun()))));
        tasks.put("speculative", texts("speculative", Policy.speculative(usual.fallback(), usual.maxRun())));
        return tasks;
    }

    private Rounds.Task texts(String name, Policy policy) {
        long[] sums = totals.computeIfAbsent(name, n -> new long[2]);
        return new Rounds.Task(1, round -> {
            long before = pair.runNanos();
            long total = translator.translate(texts.get(Math.floorMod(round, texts.size())), policy, event -> { },
                    cancelled).totalNanos();
            if (round >= 0) {
                sums[0] += total;
                sums[1] += pair.runNanos() - before;
            }
        });
    }

    /** Share of the time that was not spent in ONNX Runtime's calls, 0 to 1. */
    double outsideShare(String name) {
        long[] sums = totals.get(name);
        return 1 - (double) sums[1] / sums[0];
    }
}
