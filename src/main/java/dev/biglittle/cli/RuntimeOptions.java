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

    @Option(names = "--threads", paramLabel = "N", description = "Threads within one model call.")
    private Integer threads;

    /** The folder named, or null. */
    Path pairFolder() {
        return pair;
    }

    /** The folder named, or the one installed. */
    Path pairFolderOrDefault() {
        return pair != null ? pair : PairFolders.byDefault();
    }

    /** How models are run, as far as an option says so; null if none does. */
    RuntimeSettings settingsOrNull() {
        return provider == null && threads == null ? null : settings();
    }

    RuntimeSettings settings() {
        return UsageProblem.unless(() -> new RuntimeSettings(provider != null ? provider : ProviderChoice.AUTO,
                threads != null ? threads : RuntimeSettings.defaults().threads()));
    }
}
