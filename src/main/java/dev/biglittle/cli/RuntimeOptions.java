package dev.biglittle.cli;

import dev.biglittle.onnx.ProviderChoice;
import dev.biglittle.onnx.RuntimeSettings;
import dev.biglittle.pair.PairFolders;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Options that say which pair runs on what. */
final class RuntimeOptions {
    @Option(names = "--pair", paramLabel = "DIR", description = "Folder of the model pair (default: the one installed).")
    private Path pair;

    @Option(names = "--provider", paramLabel = "P",
            description = "Where the models run: auto, cpu or cuda (default: auto).",
            converter = ProviderConverter.class)
    private ProviderChoice provider;

    @Option(names = "--threads", paramLabel = "N", description = "Threads within one model call"
            + " (default: one fewer than processors, at most 4).")
    private Integer threads;

    /** The folder named, or null. */
    Path pairFolder() {
        return pair;
    }

    /** The folder named, or the one installed. */
    Path pairFolderOrDefault() {
        return pair != null ? pair : PairFolders.byDefault();
    }

    /** How models are run: as the options say, and as by default where none does. */
    RuntimeSettings settings() {
        return over(RuntimeSettings.defaults());
    }

    /** How models are run: as the options say, and as in {@code kept} where none does. */
    RuntimeSettings over(RuntimeSettings kept) {
        return UsageProblem.unless(() -> new RuntimeSettings(provider != null ? provider : kept.provider(),
                threads != null ? threads : kept.threads()));
    }
}
