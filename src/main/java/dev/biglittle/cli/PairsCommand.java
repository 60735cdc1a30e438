package dev.biglittle.cli;

import dev.biglittle.pair.PairInspection;
import dev.biglittle.pair.PairDescription;
import dev.biglittle.pair.PairFolders;
import dev.biglittle.problem.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code biglittle pairs}. */
@Command(name = "pairs", mixinStandardHelpOptions = true, versionProvider = VersionText.class,
        description = "Lists the installed model pairs, or checks one.")
final class PairsCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        return list();
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the installed pairs.")
    int list() {
        List<Path> folders = PairFolders.installed();
        if (folders.isEmpty()) {
            PairFolders.byDefault();
        }
        int code = 0;
        for (Path folder : folders) {
            try {
                System.out.println(line(folder, PairInspection.describe(folder)));
            } catch (Problem e) {
                System.err.println("biglittle: " + e.getMessage());
                code = CommandLineInterface.FAILURE;
            }
        }
        return code;
    }

    @Command(name = "verify", mixinStandardHelpOptions = true,
            description = "Checks every file of a pair and loads its graphs.")
    int verify(@Parameters(paramLabel = "DIR", description = "The pair's folder.") Path folder) {
        // to be ended while ONNX Runtime makes a session would crash the process
        try (Interrupt interrupt = Interrupt.install()) {
            System.out.println("sound: " + line(folder, PairInspection.verify(folder)));
            return interrupt.requested() ? CommandLineInterface.INTERRUPTED : 0;
        }
    }

    private static String line(Path folder, PairDescription pair) {
        return String.format(java.util.Locale.ROOT, "%s  %s (%s to %s, small %.1f M, large %.1f M parameters, %s)",
                folder, pair.name(), pair.sourceLanguage(), pair.targetLanguage(), pair.small().parameters() / 1e6,
                pair.large().parameters() / 1e6, pair.large().weights());
    }
}
