package dev.biglittle.evaluate.report;

import dev.biglittle.decode.Policy;
import dev.biglittle.evaluate.Setting;

/** A setting as tables write it; a dash where a threshold means nothing. */
final class SettingWords {
    private SettingWords() {
    }

    static String fallback(Setting setting) {
        return setting.hasThresholds() ? number(setting.policy().fallback()) : "-";
    }

    static String rollback(Setting setting) {
        return setting.hasThresholds() ? number(setting.policy().rollback()) : "-";
    }

    static String maxRun(Setting setting) {
        if (!setting.hasThresholds()) {
            return "-";
        }
        String word = Policy.runWord(setting.policy().maxRun());
        return word != null ? word : String.valueOf(setting.policy().maxRun());
    }

    /** All of it, for a tooltip. */
    static String sentence(Setting setting) {
        return setting.mode().label() + (setting.hasThresholds() ? ", fallback " + fallback(setting) + ", rollback "
                + rollback(setting) + ", longest run " + maxRun(setting) : "");
    }

    private static String number(double value) {
        return Double.isInfinite(value) ? "inf" : String.valueOf(value);
    }
}
