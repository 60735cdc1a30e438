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

    /**
     * @param maxRun   as {@link Policy#maxRun} counts it
     * @param fallback alpha_FB, 0 to 1, below which no confidence falls if it is 0
     */
    static String maxRun(int maxRun, double fallback) {
        boolean confident = maxRun == Policy.CONFIDENT_RUN;
        if (maxRun == Policy.NO_MAX_RUN || confident && fallback <= 0) {
            return Messages.text("maxRun.unlimited");
        }
        if (confident) {
            return Messages.text("maxRun.confident", Numbers.percent(fallback));
        }
        return maxRun == 1 ? Messages.text("maxRun.one") : Messages.text("maxRun.limited", Numbers.count(maxRun));
    }
}
