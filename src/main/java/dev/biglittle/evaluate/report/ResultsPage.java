package dev.biglittle.evaluate.report;

import dev.biglittle.evaluate.DraftAcceptance;
import dev.biglittle.evaluate.Measurement;
import dev.biglittle.evaluate.ParetoFront;
import dev.biglittle.evaluate.Results;
import dev.biglittle.evaluate.Setting;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Results as a web page that needs nothing else: the trade-off curve and the tables. */
final class ResultsPage {
    private ResultsPage() {
    }

    static String of(Results results) {
        StringBuilder quality = new StringBuilder();
        StringBuilder steps = new StringBuilder();
        for (Measurement m : results.measured()) {
            String setting = setting(results, m);
            quality.append(setting).append(quality(m)).append("</tr>\n");
            steps.append(setting).append(steps(m)).append("</tr>\n");
        }
        StringBuilder positions = new StringBuilder();
        for (int position = 1; position <= ResultsTable.POSITIONS; position++) {
            positions.append("<th>").append(position).append("</th>");
        }
        Results.Subject subject = results.subject();
        return template().replace("@title@", escape(subject.title())).replace("@chart@", TradeOffChart.svg(results))
                .replace("@quality@", quality).replace("@steps@", steps).replace("@positions@", positions)
                .replace("@position-count@", String.valueOf(ResultsTable.POSITIONS))
                .replace("@texts@", String.valueOf(results.texts())).replace("@metric@", results.metric().label())
                .replace("@signature@", results.metric().signature()).replace("@provider@", escape(subject.provider()))
                .replace("@threads@", String.valueOf(subject.threads()));
    }

    private static String setting(Results results, Measurement m) {
        Setting s = m.setting();
        return "<tr" + (ParetoFront.contains(results.measured(), m) ? " class=\"front\"" : "") + ">"
                + cell(s.series().label()) + cell(s.mode().label()) + cell(SettingWords.fallback(s))
                + cell(SettingWords.rollback(s)) + cell(SettingWords.maxRun(s));
    }

    private static String quality(Measurement m) {
        return cell("%.2f", m.score()) + cell("%.2f", m.speedUp()) + cell("%.1f", m.medianMillis())
                + cell("%.1f", m.p95Millis()) + cell("%.1f %%", 100 * m.fallbackShare())
                + cell("%.1f %%", 100 * m.rolledBackShare());
    }

    private static String steps(Measurement m) {
        StringBuilder cells = new StringBuilder(cell("%d", m.statistics().targetTokens())
                + cell("%d", m.statistics().smallSteps()) + cell("%d", m.wastedSmallSteps())
                + cell("%d", m.statistics().largePasses()) + cell("%.2f", m.tokensPerLargePass()));
        DraftAcceptance drafts = m.drafts();
        for (int position = 1; position <= ResultsTable.POSITIONS; position++) {
            cells.append(position <= drafts.positions() ? cell("%.0f %%", 100 * drafts.share(position)) : cell(""));
        }
        return cells.toString();
    }

    private static String cell(String pattern, Object... values) {
        return "<td>" + String.format(Locale.ROOT, pattern, values) + "</td>";
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }

    private static String template() {
        try (InputStream in = ResultsPage.class.getResourceAsStream("report.html")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("the program's own jar cannot be read", e);
        }
    }
}
