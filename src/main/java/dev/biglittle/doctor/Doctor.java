package dev.biglittle.doctor;

import dev.biglittle.doctor.Finding.Subject;
import dev.biglittle.doctor.Finding.Verdict;
import dev.biglittle.onnx.OnnxEnvironment;
import dev.biglittle.onnx.RuntimeSettings;
import dev.biglittle.pair.LoadedPair;
import dev.biglittle.pair.PairFolders;
import dev.biglittle.problem.Explanation;
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
            doctor.say(Subject.PAIR, Verdict.BROKEN, e.explanation());
            return false;
        }
    }

    private void lookAround() {
        say(Subject.PROGRAM, Verdict.FACT, Explanation.verbatim(Version.text()));
        say(Subject.JAVA, Verdict.FACT,
                Explanation.verbatim(System.getProperty("java.version") + " (" + System.getProperty("java.vendor") + ")"));
        say(Subject.SYSTEM, Verdict.FACT, Explanation.of("doctor.system", System.getProperty("os.name"),
                System.getProperty("os.version"), System.getProperty("os.arch"),
                Runtime.getRuntime().availableProcessors()));
    }

    private void lookAtRuntime(RuntimeSettings settings) {
        OnnxEnvironment environment;
        try {
            environment = OnnxEnvironment.get(settings.threads());
        } catch (Problem e) {
            say(Subject.ONNX_RUNTIME, Verdict.BROKEN, e.explanation());
            throw e;
        }
        say(Subject.ONNX_RUNTIME, Verdict.FACT, Explanation.of("doctor.runtime", environment.version(),
                environment.nativesFolder(), caches(environment, settings)));
        say(Subject.CPU, Verdict.WORKS, Explanation.NONE);
        Optional<Explanation> obstacle = environment.cudaObstacle();
        say(Subject.CUDA, obstacle.isPresent() ? Verdict.DONE_WITHOUT : Verdict.WORKS, obstacle.orElse(Explanation.NONE));
    }

    /** Nothing unless someone has switched it on. */
    private static Explanation caches(OnnxEnvironment environment, RuntimeSettings settings) {
        return !settings.deviceCaches() ? Explanation.NONE : environment.deviceCachesObstacle()
                .map(why -> Explanation.of("doctor.noCaches", why)).orElse(Explanation.of("doctor.caches"));
    }

    private static Explanation lookAtPair(Path pairOrNull, RuntimeSettings settings) {
        Path folder = pairOrNull != null ? pairOrNull : PairFolders.byDefault();
        try (LoadedPair pair = LoadedPair.load(folder, settings)) {
            return Explanation.of("doctor.pair", pair.description().name(), folder, pair.provider().label(),
                    settings.threads() == 1 ? Explanation.of("doctor.thread")
                            : Explanation.of("doctor.threads", settings.threads()),
                    why(pair.provider().explanation()));
        }
    }

    /** Why the pair does not run on a graphics card. */
    private static Explanation why(Explanation reason) {
        return reason.equals(Explanation.NONE) ? reason : Explanation.of("doctor.why", reason);
    }

    private void say(Subject subject, Verdict verdict, Explanation text) {
        findings.accept(new Finding(subject, verdict, text));
    }
}
