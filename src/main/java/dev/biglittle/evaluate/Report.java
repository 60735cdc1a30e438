package dev.biglittle.evaluate;

import dev.biglittle.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;

/**
 * A folder with what an evaluation found: {@code evaluation.json}, {@code evaluation.csv}, {@code index.html} with the
 * trade-off curve of the paper's Figure 4, and {@code trials.jsonl}, from which an interrupted evaluation goes on.
 */
public final class Report implements AutoCloseable {
    private final Path folder;
    private final Journal journal;

    /**
     * @param folder made if it does not exist
     * @param work   what is being measured; a folder with other work is refused
     */
    public Report(Path folder, String work) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw failed(folder, e);
        }
        journal = new Journal(folder.resolve("trials.jsonl"), work);
    }

    /** Finished work; kept in the folder as it is made. */
    public Trials trials() {
        return journal;
    }

    /** Writes the three files; each is whole or the one before. */
    public void write(String title, List<Measurement> measured) {
        write("evaluation.json", MeasurementFormat.json(measured) + "\n");
        write("evaluation.csv", MeasurementFormat.csv(measured));
        write("index.html", page(title, measured));
    }

    private static String page(String title, List<Measurement> measured) {
        return template().replace("@title@", escape(title)).replace("@chart@", TradeOffChart.svg(measured))
                .replace("@rows@", rows(measured)).replace("@texts@", String.valueOf(measured.get(0).texts()))
                .replace("@signature@", Bleu.SIGNATURE);
    }

    private static String rows(List<Measurement> measured) {
        StringBuilder rows = new StringBuilder();
        for (Measurement m : measured) {
            rows.append(String.format(Locale.ROOT, "<tr%s><td>%s</td><td>%s</td><td>%s</td><td>%s</td><td>%s</td>"
                            + "<td>%.2f</td><td>%.2f</td><td>%.1f</td><td>%.1f</td><td>%.1f %%</td><td>%.1f %%</td></tr>%n",
                    ParetoFront.contains(measured, m) ? " class=\"front\"" : "", m.setting().series().label(),
                    m.setting().mode().label(), MeasurementFormat.fallback(m), MeasurementFormat.rollback(m),
                    MeasurementFormat.maxRun(m), m.bleu(), m.speedUp(), m.medianMillis(), m.p95Millis(),
                    100 * m.fallbackShare(), 100 * m.rolledBackShare()));
        }
        return rows.toString();
    }

    private static String template() {
        try (InputStream in = Report.class.getResourceAsStream("report.html")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("the program's own jar cannot be read", e);
        }
    }

    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }

    private void write(String name, String content) {
        Path file = folder.resolve(name);
        try {
            Path part = Files.writeString(folder.resolve(name + ".part"), content);
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw failed(file, e);
        }
    }

    private static Problem failed(Path path, IOException e) {
        return new Problem("The report " + path + " cannot be written: " + e.getMessage()
                + ". Make room, or name another folder after --report.", e);
    }

    @Override
    public void close() {
        journal.close();
    }
}
