package dev.biglittle.evaluate.report;

import dev.biglittle.evaluate.DraftAcceptance;
import dev.biglittle.evaluate.Measurement;
import dev.biglittle.evaluate.ParetoFront;
import dev.biglittle.evaluate.Results;
import dev.biglittle.evaluate.Setting;
import java.util.Locale;
import java.util.StringJoiner;

/** Results as CSV: a header, then one line a setting. */
public final class ResultsCsv {
    private ResultsCsv() {
    }

    /** Ends with a line feed. The last columns are the shares of drafts kept, empty where no run was that long. */
    public static String of(Results results) {
        StringJoiner lines = new StringJoiner("\n", "", "\n");
        StringBuilder header = new StringBuilder("series,mode,fallback,rollback,max_run,metric,score,pareto,texts,"
                + "speed_up,median_ms,p95_ms,total_ms,fallback_share,rolled_back_share,target_tokens,small_steps,"
                + "wasted_small_steps,large_passes,tokens_per_large_pass,fallbacks,hand_overs,rollbacks");
        for (int position = 1; position <= ResultsTable.POSITIONS; position++) {
            header.append(",kept_").append(position);
        }
        lines.add(header);
        results.measured().forEach(m -> lines.add(line(results, m)));
        return lines.toString();
    }

    private static String line(Results results, Measurement m) {
        Setting s = m.setting();
        return String.format(Locale.ROOT, "\"%s\",%s,%s,%s,%s,%s,%.4f,%s,%d,%.4f,%.3f,%.3f,%.3f,%.5f,%.5f,%d,%d,%d,%d,"
                        + "%.4f,%d,%d,%d%s", s.series().label(), s.mode().label(), SettingWords.fallback(s),
                SettingWords.rollback(s), SettingWords.maxRun(s), results.metric().label(), m.score(),
                ParetoFront.contains(results.measured(), m), m.texts(), m.speedUp(), m.medianMillis(), m.p95Millis(),
                m.statistics().totalNanos() / 1e6, m.fallbackShare(), m.rolledBackShare(),
                m.statistics().targetTokens(), m.statistics().smallSteps(), m.wastedSmallSteps(),
                m.statistics().largePasses(), m.tokensPerLargePass(), m.statistics().fallbacks(),
                m.statistics().handOvers(), m.statistics().rollbacks(), kept(m.drafts()));
    }

    private static String kept(DraftAcceptance drafts) {
        StringBuilder kept = new StringBuilder();
        for (int position = 1; position <= ResultsTable.POSITIONS; position++) {
            kept.append(position <= drafts.positions()
                    ? String.format(Locale.ROOT, ",%.4f", drafts.share(position)) : ",");
        }
        return kept.toString();
    }
}
