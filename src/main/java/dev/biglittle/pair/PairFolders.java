package dev.biglittle.pair;

import dev.biglittle.problem.Problem;
import dev.biglittle.problem.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where pairs lie: the folder that came with the program, named by the system property {@value #PROPERTY}. */
public final class PairFolders {
    /** Set by the start script. */
    public static final String PROPERTY = "biglittle.pairs";

    private PairFolders() {
    }

    /** Folders that hold a pair, by name. */
    public static List<Path> installed() {
        Path root = root();
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(root)) {
            return entries.filter(p -> Files.isRegularFile(p.resolve(PairDescription.FILE))).sorted().toList();
        } catch (IOException e) {
            throw Problem.of("pairs.unlisted", root, Reason.of(e)).because(e);
        }
    }

    /** The pair to use when none is named. */
    public static Path byDefault() {
        return installed().stream().findFirst().orElseThrow(() -> Problem.of("pairs.none", root()));
    }

    private static Path root() {
        return Path.of(System.getProperty(PROPERTY, "pairs")).toAbsolutePath();
    }
}
