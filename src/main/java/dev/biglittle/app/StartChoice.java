package dev.biglittle.app;

import dev.biglittle.app.engine.EngineChoice;
import dev.biglittle.app.settings.Settings;
import dev.biglittle.app.settings.SettingsStore;
import dev.biglittle.onnx.RuntimeSettings;
import java.nio.file.Path;
import java.util.function.Supplier;

/** What to load: what the command line named, until the user changes the settings in the window. */
final class StartChoice implements Supplier<EngineChoice> {
    private final SettingsStore store;
    private final Settings.Models atStart;
    private final EngineChoice named;

    /** @param pairOrNull and settingsOrNull what the command line named; null for what is in the settings */
    StartChoice(SettingsStore store, Path pairOrNull, RuntimeSettings settingsOrNull) {
        this.store = store;
        atStart = store.get().models();
        EngineChoice kept = atStart.engine();
        named = new EngineChoice(pairOrNull != null ? pairOrNull : kept.pair(),
                settingsOrNull != null ? settingsOrNull : kept.settings());
    }

    @Override
    public EngineChoice get() {
        EngineChoice now = store.get().models().engine();
        return now.equals(atStart.engine()) ? named : now;
    }
}
