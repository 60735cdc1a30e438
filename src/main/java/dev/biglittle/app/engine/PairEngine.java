package dev.biglittle.app.engine;

import dev.biglittle.decode.Policy;
import dev.biglittle.decode.Statistics;
import dev.biglittle.evaluate.report.MeasuredCurve;
import dev.biglittle.onnx.RuntimeSettings;
import dev.biglittle.pair.LoadedPair;
import dev.biglittle.pair.PairDescription;
import dev.biglittle.pair.PairFolders;
import dev.biglittle.pair.PairInspection;
import dev.biglittle.translate.SentenceMemory;
import dev.biglittle.translate.TranslationEvent;
import dev.biglittle.translate.Translator;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The engine on a pair of models. */
public final class PairEngine implements TranslationEngine {
    private final LoadedPair pair;
    private final Translator translator;
    private final RuntimeSettings settings;
    private final Path folder;

    private PairEngine(Path folder, LoadedPair pair, RuntimeSettings settings) {
        this.folder = folder;
        this.pair = pair;
        this.translator = new Translator(pair);
        this.settings = settings;
    }

    /** @param folderOrNull the pair's folder; null for the pair that came with the program */
    public static Loader loader(Path folderOrNull, RuntimeSettings settings) {
        EngineChoice choice = new EngineChoice(folderOrNull, settings);
        return loader(() -> choice);
    }

    /** @param choice asked at every load */
    public static Loader loader(Supplier<EngineChoice> choice) {
        return name -> {
            EngineChoice now = choice.get();
            Path folder = now.pair() != null ? now.pair() : PairFolders.byDefault();
            name.accept(PairInspection.describe(folder).name());
            return new PairEngine(folder, LoadedPair.load(folder, now.settings()), now.settings());
        };
    }

    @Override
    public PairInfo pair() {
        PairDescription description = pair.description();
        return new PairInfo(description.name(), description.sourceLanguage(), description.targetLanguage(),
                description.presets(), description.defaultPreset(), pair.provider().label(),
                pair.provider().explanation(), settings.threads(), description.speedUps(),
                MeasuredCurve.of(folder).orElse(null));
    }

    @Override
    public Statistics translate(String text, Policy policy, Consumer<TranslationEvent> events,
                                BooleanSupplier cancelled) {
        return translator.translate(text, policy, events, cancelled);
    }

    @Override
    public Statistics translate(String text, Policy policy, SentenceMemory memory, Consumer<TranslationEvent> events,
                                BooleanSupplier cancelled) {
        return translator.translate(text, policy, memory, events, cancelled);
    }

    @Override
    public void close() {
        pair.close();
    }
}
