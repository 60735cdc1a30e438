package dev.biglittle.cli;

import dev.biglittle.onnx.OnnxEnvironment;
import dev.biglittle.onnx.ProviderStatus;
import dev.biglittle.pair.LoadedPair;
import dev.biglittle.pair.PairDescription;
import dev.biglittle.problem.Problem;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code biglittle doctor}. */
@Command(name = "doctor", mixinStandardHelpOptions = true, versionProvider = VersionText.class,
        description = "Says what runs here, and if CUDA does not, exactly why.")
final class DoctorCommand implements Callable<Integer> {
    @Mixin
    private RuntimeOptions options;

    @Override
    public Integer call() {
        say("BigLittle", VersionText.text());
        say("Java", System.getProperty("java.version") + " (" + System.getProperty("java.vendor") + ")");
        say("System", System.getProperty("os.name") + " " + System.getProperty("os.version") + ", "
                + System.getProperty("os.arch") + ", " + Runtime.getRuntime().availableProcessors() + " processors");
        OnnxEnvironment environment = OnnxEnvironment.get(options.settings().threads());
        say("ONNX Runtime", environment.version() + ", libraries in " + environment.nativesFolder());
        say("CPU", "works");
        say("CUDA", environment.cudaObstacle().orElse("works"));
        return checkPair();
    }

    private int checkPair() {
        try {
            Path folder = options.pairFolderOrDefault();
            int threads = options.settings().threads();
            try (LoadedPair pair = LoadedPair.load(folder, options.settings())) {
                PairDescription description = pair.description();
                ProviderStatus provider = pair.provider();
                say("Pair", description.name() + " in " + folder + ": sound, runs on the " + provider.label()
                        + " with " + (threads == 1 ? "1 thread" : threads + " threads"));
            }
            return 0;
        } catch (Problem e) {
            say("Pair", e.getMessage());
            return CommandLineInterface.FAILURE;
        }
    }

    private static void say(String subject, String finding) {
        System.out.printf("%-13s %s%n", subject, finding);
    }
}
