package dev.biglittle.pair;

import dev.biglittle.problem.Problem;
import java.nio.file.Path;
import java.util.function.DoubleConsumer;

/** Looks at a pair without keeping it. */
public final class PairInspection {
    private PairInspection() {
    }

    /** Reads the description alone, without checking the files. */
    public static PairDescription describe(Path folder) {
        return PairJson.read(folder);
    }

    /**
     * Checks every file, and loads and warms up both models.
     *
     * @return the pair's description
     * @throws Problem for the first thing that is wrong
     */
    public static PairDescription verify(Path folder) {
        return verify(folder, share -> { });
    }

    /** @param progress told again and again which share of its bytes has been read, 0 to 1 */
    public static PairDescription verify(Path folder, DoubleConsumer progress) {
        return LoadedPair.verify(folder, progress);
    }
}
