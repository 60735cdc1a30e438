package dev.biglittle.doctor;

import dev.biglittle.doctor.Finding.Subject;
import dev.biglittle.doctor.Finding.Verdict;
import dev.biglittle.onnx.OnnxEnvironment;
import dev.biglittle.onnx.RuntimeSettings;
import dev.biglittle.pair.LoadedPair;
import dev.biglittle.pair.PairFolders;
import dev.biglittle.problem.Problem;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** Looks at everything the program needs, in the order it needs it. */
public final class Doctor {
    private final Consumer<Finding> findings;

    private Doctor(Consumer<Finding> findings) {
        this.findings = findings;
    }

    /**
     * Takes as long as loading the pair.
     *
     * @param pairOrNull the pair's folder; null for the one that came with the program
     * @param findings   told each one as soon as it is known
     * @return whether texts can be translated
     */
    public static boolean examine(Path pairOrNull, RuntimeSettings settings, Consumer<Finding> findings) {
        Doctor doctor = new Doctor(findings);
        doctor.lookAround();
        try {
            doctor.lookAtRuntime(settings);
            doctor.say(Subject.PAIR, Verdict.WORKS, lookAtPair(pairOrNull, settings));
            return true;
        } catch (Problem e) {
            doctor.say(Subject.PAIR, Verdict.BROKEN, e.getMessage());
            return false;
        }
    }

    private void lookAround() {
        say(Subject.PROGRAM, Verdict.FACT, Version.text());
        say(Subject.JAVA, Verdict.FACT,
                System.getProperty("java.version") + " (" + System.getProperty("java.vendor") + ")");
        say(Subject.SYSTEM, Verdict.FACT, System.getProperty("os.name") + " " + System.getProperty("os.version") + ", "
                + System.getProperty("os.arch") + ", " + Runtime.getRuntime().availableProcessors() + " processors");
    }

    private void lookAtRuntime(RuntimeSettings settings) {
        OnnxEnvironment environment;
        try {
            environment = OnnxEnvironment.get(settings.threads());
        } catch (Problem e) {
            say(Subject.ONNX_RUNTIME, Verdict.BROKEN, e.getMessage());
            throw e;
        }
        say(Subject.ONNX_RUNTIME, Verdict.FACT, environment.version() + ", libraries in " + environment.nativesFolder()
                + caches(environment, settings));
        say(Subject.CPU, Verdict.WORKS, "");
        Optional<String> obstacle = environment.cudaObstacle();
        say(Subject.CUDA, obstacle.isPresent() ? Verdict.DONE_WITHOUT : Verdict.WORKS, obstacle.orElse(""));
    }

    /** Nothing unless someone has switched it on. */
    private static String caches(OnnxEnvironment environment, RuntimeSettings settings) {
        return !settings.deviceCaches() ? ""
                : environment.deviceCachesObstacle().map(why -> ". " + why).orElse(", caches stay on the device");
    }

    private static String lookAtPair(Path pairOrNull, RuntimeSettings settings) {
        Path folder = pairOrNull != null ? pairOrNull : PairFolders.byDefault();
        try (LoadedPair pair = LoadedPair.load(folder, settings)) {
            return pair.description().name() + " in " + folder + ": sound, runs on the " + pair.provider().label()
                    + " with " + (settings.threads() == 1 ? "1 thread" : settings.threads() + " threads");
        }
    }

    private void say(Subject subject, Verdict verdict, String text) {
        findings.accept(new Finding(subject, verdict, text));
    }
}
