package dev.biglittle.bench;

import dev.biglittle.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Texts that come with the program, by language, so that a benchmark needs nothing but a pair. */
public final class BenchmarkTexts {
    private BenchmarkTexts() {
    }

    /**
     * @param language ISO 639 code
     * @throws Problem if there are none in that language
     */
    public static List<String> in(String language) {
        try (InputStream in = BenchmarkTexts.class.getResourceAsStream(language + ".txt")) {
            if (in == null) {
                throw Problem.of("bench.noTexts", language);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new IllegalStateException("the program's own jar cannot be read", e);
        }
    }
}
