package dev.biglittle.onnx;

import dev.biglittle.pair.LoadedPair;
import dev.biglittle.pair.PairFolders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The real pair, and real sentences for it. */
public final class EmbeddedPair {
    private EmbeddedPair() {
    }

    public static LoadedPair load() {
        return load(false);
    }

    /** @param deviceCaches whether caches stay on the device, which is the CPU */
    static LoadedPair load(boolean deviceCaches) {
        return LoadedPair.load(PairFolders.byDefault(), new RuntimeSettings(ProviderChoice.CPU, 1, deviceCaches));
    }

    /** German sentences of FLORES-200 dev; see the notice beside them. */
    public static List<String> sentences() {
        try (var in = EmbeddedPair.class.getResourceAsStream("/oracle/flores-dev-100.de")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
