package dev.biglittle.app.translate;

import dev.biglittle.app.Messages;
import dev.biglittle.app.Numbers;
import dev.biglittle.pair.Preset;

/** What presets are called, and what they are. */
public final class PresetWords {
    private PresetWords() {
    }

    /** The name in the window's language; a pair's own name where the window knows no better. */
    public static String name(String preset) {
        String key = "preset." + preset;
        return Messages.has(key) ? Messages.text(key) : preset;
    }

    public static String thresholds(Preset preset) {
        return Messages.text("presets.hint", Numbers.twoDecimals(preset.fallback()),
                Numbers.rollback(preset.rollback()), Numbers.maxRun(preset.maxRun()));
    }
}
