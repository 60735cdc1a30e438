package dev.biglittle.app.translate;

import dev.biglittle.app.Messages;
import dev.biglittle.app.Numbers;
import dev.biglittle.decode.Policy;

/** What a threshold means, in plain words. */
final class ThresholdWords {
    private ThresholdWords() {
    }

    /** @param fallback alpha_FB, 0 to 1 */
    static String fallback(double fallback) {
        if (fallback <= 0) {
            return Messages.text("fallback.never");
        }
        if (fallback >= 1) {
            return Messages.text("fallback.always");
        }
        return Messages.text("fallback.below", Numbers.percent(fallback));
    }

    /** @param rollback alpha_RB, 0 to infinity */
    static String rollback(double rollback) {
        if (rollback <= 0) {
            return Messages.text("rollback.strict");
        }
        if (Double.isInfinite(rollback)) {
            return Messages.text("rollback.never");
        }
        return Messages.text("rollback.beyond", Numbers.percentOfDistance(rollback));
    }

    /** @param position on the slider, whose end is "never" */
    static String rollbackAt(double position) {
        return Numbers.rollback(position >= ThresholdsViewModel.NEVER ? Double.POSITIVE_INFINITY : position);
    }

    /** @param maxRun as {@link Policy#maxRun} counts it; fallback: alpha_FB, 0 to 1 */
    static String maxRun(int maxRun, double fallback) {
        if (maxRun == Policy.CONFIDENT_RUN) {
            return fallback <= 0 ? Messages.text("maxRun.unlimited")
                    : Messages.text("maxRun.confident", Numbers.percent(Math.min(fallback, 1)));
        }
        if (maxRun == 0) {
            return Messages.text("maxRun.unlimited");
        }
        return maxRun == 1 ? Messages.text("maxRun.one") : Messages.text("maxRun.limited", Numbers.count(maxRun));
    }
}
