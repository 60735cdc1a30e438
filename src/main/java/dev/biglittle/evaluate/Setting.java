package dev.biglittle.evaluate;

import dev.biglittle.decode.Mode;
import dev.biglittle.decode.Policy;

/**
 * One point of a sweep: a mode and its thresholds.
 *
 * @param series what the point is part of
 */
public record Setting(Series series, Mode mode, Policy policy) {
    /** Groups of points that are drawn and read together. */
    public enum Series {
        /** What was asked for. */
        SWEEP("swept thresholds"),
        /** One model alone. */
        ALONE("one model alone"),
        /** Ablation: no fallback, the large model looks after a fixed number of drafts. */
        NO_FALLBACK("no fallback, fixed window"),
        /** Ablation: fallback only. */
        NO_ROLLBACK("no rollback");

        private final String label;

        Series(String label) {
            this.label = label;
        }

        /** Name for people. */
        public String label() {
            return label;
        }
    }

    /** The large model alone, which every speed-up is measured against. */
    public static final Setting LARGE = new Setting(Series.ALONE, Mode.LARGE, Policy.largeAlone());
    /** The small model alone. */
    public static final Setting SMALL = new Setting(Series.ALONE, Mode.SMALL, Policy.smallAlone());

    /** A point of the sweep itself; one model alone is always the same point. */
    public static Setting of(Mode mode, Policy policy) {
        return switch (mode) {
            case LARGE -> LARGE;
            case SMALL -> SMALL;
            default -> new Setting(Series.SWEEP, mode, policy);
        };
    }

    /** Whether the thresholds mean anything in this mode. */
    public boolean hasThresholds() {
        return series != Series.ALONE;
    }
}
