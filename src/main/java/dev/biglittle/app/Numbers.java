package dev.biglittle.app;

import dev.biglittle.decode.Policy;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;

/** Numbers as people read them. */
public final class Numbers {
    /** The space keeps number and sign on one line. */
    private static final String PERCENT = "\u00a0%";

    private Numbers() {
    }

    /** A probability with two or three digits that mean something: "82 %", "13.5 %", "0.67 %". */
    public static String percent(double probability) {
        double percent = 100 * probability;
        if (percent >= 99.95 && percent < 100) {
            // not 100: that would be certainty
            return format("0.0#", Math.min(percent, 99.99)) + PERCENT;
        }
        if (percent >= 1) {
            return format("0.#", percent) + PERCENT;
        }
        if (percent >= 0.01) {
            return format("0.##", percent) + PERCENT;
        }
        return percent == 0 ? "0" + PERCENT : format("0.####", percent) + PERCENT;
    }

    /** The probability that a distance stands for: the large model gave the token exp(-distance). */
    public static String percentOfDistance(double distance) {
        return percent(Math.exp(-distance));
    }

    public static String oneDecimal(double value) {
        return format("0.0", value);
    }

    /** Whether who is faster is chance, since times differ by as much from one run to the next. */
    public static boolean isTie(double speedUp) {
        return Math.abs(speedUp - 1) < 0.02;
    }

    /** A rollback threshold: "3.0", "1.75", "never". */
    public static String rollback(double threshold) {
        return Double.isInfinite(threshold) ? Messages.text("rollback.value.never") : format("0.0#", threshold);
    }

    /** A longest run: "5", or the words for one that is no count. */
    public static String maxRun(int tokens) {
        String word = Policy.runWord(tokens);
        return word != null ? Messages.text("maxRun.value." + word) : count(tokens);
    }

    public static String twoDecimals(double value) {
        return format("0.00", value);
    }

    public static String count(int value) {
        return format("#,##0", value);
    }

    /** A share of a whole in whole percent; empty where there is no whole. */
    public static String share(int part, int whole) {
        return whole == 0 ? "" : format("0", 100.0 * part / whole) + PERCENT;
    }

    /** "0.42 s", "12.3 s", "3 min 05 s". */
    public static String duration(long nanos) {
        double seconds = nanos / 1e9;
        if (seconds < 10) {
            return format("0.00", seconds) + " s";
        }
        if (seconds < 60) {
            return format("0.0", seconds) + " s";
        }
        long whole = Math.round(seconds);
        return whole / 60 + " min " + format("00", whole % 60) + " s";
    }

    private static String format(String pattern, double value) {
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Messages.language())).format(value);
    }
}
