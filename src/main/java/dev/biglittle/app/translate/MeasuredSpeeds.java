package dev.biglittle.app.translate;

import dev.biglittle.app.Messages;
import dev.biglittle.app.Numbers;
import dev.biglittle.decode.Policy;
import dev.biglittle.pair.Preset;
import java.util.HashMap;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * How fast policies were found to be, compared with the large model alone: by whoever measured the pair's presets, and
 * in this window. What was not measured is not guessed: speed is not monotonic in the thresholds.
 */
public final class MeasuredSpeeds {
    private final ReadOnlyObjectWrapper<Map<Policy, Double>> speedUps = new ReadOnlyObjectWrapper<>(Map.of());

    /** Forgets all, and starts with what a pair's maker measured. */
    void start(Map<String, Preset> presets, Map<String, Double> measured) {
        Map<Policy, Double> start = new HashMap<>();
        measured.forEach((name, speedUp) -> {
            Preset preset = presets.get(name);
            if (preset != null) {
                start.put(Policy.bigLittle(preset.fallback(), preset.rollback(), preset.maxRun()), speedUp);
            }
        });
        speedUps.set(Map.copyOf(start));
    }

    /**
     * A policy was measured here, which counts more than what was measured elsewhere.
     *
     * @param speedUp time of the large model alone over the policy's time, on the same text
     */
    public void add(Policy policy, double speedUp) {
        Map<Policy, Double> more = new HashMap<>(speedUps.get());
        more.put(policy, speedUp);
        speedUps.set(Map.copyOf(more));
    }

    ReadOnlyObjectProperty<Map<Policy, Double>> speedUpsProperty() {
        return speedUps.getReadOnlyProperty();
    }

    /** What is known of a policy, as a sentence; empty if nothing is. */
    String sentence(Policy policy) {
        Double speedUp = speedUps.get().get(policy);
        if (speedUp == null) {
            return "";
        }
        String key = isSlower(policy) ? "speed.slower" : Numbers.isTie(speedUp) ? "speed.even" : "speed.faster";
        return Messages.text(key, Numbers.twoDecimals(speedUp));
    }

    boolean isSlower(Policy policy) {
        double speedUp = speedUps.get().getOrDefault(policy, 1.0);
        return speedUp < 1 && !Numbers.isTie(speedUp);
    }
}
