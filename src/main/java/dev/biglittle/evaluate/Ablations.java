package dev.biglittle.evaluate;

import dev.biglittle.decode.Mode;
import dev.biglittle.decode.Policy;
import java.util.ArrayList;
import java.util.List;

/** The paper's ablations (section 5.3): one of the two policies switched off. */
public final class Ablations {
    private static final int SHORTEST_WINDOW = 3;
    private static final int LONGEST_WINDOW = 10;

    private Ablations() {
    }

    /**
     * @param fallbacks thresholds to try without rollback
     * @param rollbacks thresholds to try without fallback, for every fixed window from 3 to 10
     */
    public static List<Setting> of(List<Double> fallbacks, List<Double> rollbacks, int maxRun) {
        List<Setting> settings = new ArrayList<>();
        for (double rollback : rollbacks) {
            for (int window = SHORTEST_WINDOW; window <= LONGEST_WINDOW; window++) {
                settings.add(new Setting(Setting.Series.NO_FALLBACK, Mode.BIG_LITTLE,
                        Policy.bigLittle(0, rollback, window)));
            }
        }
        for (double fallback : fallbacks) {
            settings.add(new Setting(Setting.Series.NO_ROLLBACK, Mode.BIG_LITTLE,
                    Policy.bigLittle(fallback, Double.POSITIVE_INFINITY, maxRun)));
        }
        return settings;
    }
}
