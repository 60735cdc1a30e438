package dev.biglittle.evaluate.report;

import dev.biglittle.evaluate.Results;
import dev.biglittle.evaluate.Trials;
import dev.biglittle.folder.WholeFile;
import dev.biglittle.problem.Problem;
import dev.biglittle.problem.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A folder with what an evaluation found: {@code evaluation.json}, {@code evaluation.csv}, {@code index.html} with the
 * trade-off curve of the paper's Figure 4, and {@code trials.jsonl}, from which an interrupted evaluation goes on.
 */
public final class Report implements AutoCloseable {
    private static final String JSON = "evaluation.json";
    private static final String CSV = "evaluation.csv";
    private static final String PAGE = "index.html";

    private final Path folder;
    private final Journal journal;

    /**
     * @param folder made if it does not exist
     * @param work   what is being measured; a folder with other work is refused
     */
    public Report(Path folder, String work) {
        this.folder = folder;
        Path trials = folder.resolve("trials.jsonl");
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw failed(folder, e);
        }
        if (!Files.exists(trials)) {
            refuseOthersFiles();
        }
        journal = new Journal(trials, work);
    }

    /** Such as the page of a web site, or the report that lies beside a pair. */
    private void refuseOthersFiles() {
        for (String name : List.of(JSON, CSV, PAGE)) {
            if (Files.exists(folder.resolve(name))) {
                throw Problem.of("report.notAReport", folder, name);
            }
        }
    }

    /** Finished work; kept in the folder as it is made. */
    public Trials trials() {
        return journal;
    }

    /** Writes the three files; each is whole or the one before. */
    public void write(Results results) {
        write(JSON, ResultsJson.of(results) + "\n");
        write(CSV, ResultsCsv.of(results));
        write(PAGE, ResultsPage.of(results));
    }

    private void write(String name, String content) {
        Path file = folder.resolve(name);
        try {
            WholeFile.write(file, content);
        } catch (IOException e) {
            throw failed(file, e);
        }
    }

    private static Problem failed(Path path, IOException e) {
        return Problem.of("report.unwritable", path, Reason.of(e)).because(e);
    }

    @Override
    public void close() {
        journal.close();
    }
}
