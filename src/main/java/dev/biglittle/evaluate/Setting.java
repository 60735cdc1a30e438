package dev.biglittle.evaluate;

import dev.biglittle.decode.Mode;
import dev.biglittle.decode.Policy;

/** One point of a sweep: a mode and its thresholds. */
public record Setting(Mode mode, Policy policy) {
    /** The large model alone, which every speed-up is measured against. */
    public static final Setting LARGE = new Setting(Mode.LARGE, Policy.largeAlone());

    /** Whether the thresholds mean anything in this mode. */
    public boolean hasThresholds() {
        return mode != Mode.LARGE && mode != Mode.SMALL;
    }
}
