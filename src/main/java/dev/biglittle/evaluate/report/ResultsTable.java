package dev.biglittle.evaluate.report;

import dev.biglittle.evaluate.DraftAcceptance;
import dev.biglittle.evaluate.Measurement;
import dev.biglittle.evaluate.ParetoFront;
import dev.biglittle.evaluate.Results;
import dev.biglittle.evaluate.Setting;
import java.util.Locale;
import java.util.StringJoiner;

/** Results as two tables for people: what each setting gives and costs, and the steps behind it. */
public final class ResultsTable {
    /** Positions in a run that tables have columns for; JSON has them all. */
    static final int POSITIONS = 10;

    private ResultsTable() {
    }

    /** Both tables and how to read them; a star marks the Pareto front. */
    public static String of(Results results) {
        StringJoiner lines = new StringJoiner(System.lineSeparator());
        String score = results.metric().label();
        lines.add(String.format("%s %" + Math.max(6, score.length()) + "s %8s %9s %9s %9s %11s", setting("", "mode",
                "fallback", "rollback", "max-run"), score, "speed-up", "median ms", "p95 ms", "fallbacks",
                "rolled back"));
        for (Measurement m : results.measured()) {
            lines.add(String.format(Locale.ROOT, "%s %" + Math.max(6, score.length())
                            + ".2f %8.2f %9.1f %9.1f %8.1f%% %10.1f%%", setting(results, m), m.score(), m.speedUp(),
                    m.medianMillis(), m.p95Millis(), 100 * m.fallbackShare(), 100 * m.rolledBackShare()));
        }
        lines.add("").add(String.format("%s %7s %7s %7s %7s %7s  %s", setting("", "mode", "fallback", "rollback",
                "max-run"), "tokens", "small", "wasted", "large", "tok/lrg", "drafts kept by position in the run, %"));
        for (Measurement m : results.measured()) {
            lines.add(String.format(Locale.ROOT, "%s %7d %7d %7d %7d %7.2f  %s", setting(results, m),
                    m.statistics().targetTokens(), m.statistics().smallSteps(), m.wastedSmallSteps(),
                    m.statistics().largePasses(), m.tokensPerLargePass(), kept(m.drafts())).stripTrailing());
        }
        return lines.add("").add(score + ": " + results.metric().signature() + "; " + results.texts() + " texts;"
                + " speed-up: median time of the large model alone in this run over the median time; fallbacks and"
                + " rolled back: per target token; small, large: steps and passes; wasted: small steps whose token does"
                + " not stand; *: nothing here is both better and faster").toString();
    }

    private static String setting(Results results, Measurement m) {
        Setting s = m.setting();
        return setting(ParetoFront.contains(results.measured(), m) ? "*" : "", s.mode().label(),
                SettingWords.fallback(s), SettingWords.rollback(s), SettingWords.maxRun(s));
    }

    private static String setting(String star, String mode, String fallback, String rollback, String maxRun) {
        return String.format("%1s %-12s %8s %8s %7s", star, mode, fallback, rollback, maxRun);
    }

    private static String kept(DraftAcceptance drafts) {
        StringBuilder kept = new StringBuilder();
        for (int position = 1; position <= Math.min(drafts.positions(), POSITIONS); position++) {
            kept.append(String.format(Locale.ROOT, "%3.0f ", 100 * drafts.share(position)));
        }
        return kept.toString();
    }
}
