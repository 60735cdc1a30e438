package dev.biglittle.onnx;

import dev.biglittle.pair.LoadedPair;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Random;

/** A pair of random weights in 8-bit arithmetic: fast, with awkward shapes, and it knows no language. */
public final class TinyPair {
    private static final int FIRST_PIECE = 3;
    private static final int VOCABULARY = 97;

    private TinyPair() {
    }

    public static Path folder() {
        try {
            return Path.of(TinyPair.class.getResource("/pairs/tiny-w8a8").toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static LoadedPair load() {
        return load(folder());
    }

    /** A copy of it. */
    static LoadedPair load(Path folder) {
        return LoadedPair.load(folder, new RuntimeSettings(ProviderChoice.CPU, 1));
    }

    /** @param deviceCaches whether caches stay on the device, which is the CPU */
    static LoadedPair load(boolean deviceCaches) {
        return LoadedPair.load(folder(), new RuntimeSettings(ProviderChoice.CPU, 1, deviceCaches));
    }

    /** Tokens that are no special ones. */
    static int[] tokens(Random random, int length) {
        return random.ints(length, FIRST_PIECE, VOCABULARY).toArray();
    }
}
