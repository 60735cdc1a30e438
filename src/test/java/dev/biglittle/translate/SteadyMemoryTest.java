package dev.biglittle.translate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.biglittle.decode.Policy;
import dev.biglittle.onnx.EmbeddedPair;
import dev.biglittle.pair.LoadedPair;
import java.io.IOException;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/**
 * Native memory is given back text by text, cancelled texts included, while both models take turns (ONNX Runtime was
 * reported to grow when two sessions alternate, microsoft/onnxruntime#29351). Reads the process's own size, so on Linux only.
 */
@EnabledOnOs(OS.LINUX)
class SteadyMemoryTest {
    private static final int WARM_UP = 500;
    private static final int TEXTS = Soak.times(1500, 10_000);
    /** A leak of one small tensor a text would be more than this. */
    private static final long MEGABYTES = 40;

    @Test
    void memoryDoesNotGrowWithTheNumberOfTexts() throws IOException {
        Random random = new Random(11);
        try (LoadedPair pair = EmbeddedPair.load()) {
            Translator translator = new Translator(pair);
            for (int i = 0; i < WARM_UP; i++) {
                translateSomething(translator, random);
            }
            long before = Soak.nativeMegabytes();
            for (int i = 0; i < TEXTS; i++) {
                translateSomething(translator, random);
            }
            long after = Soak.nativeMegabytes();
            System.out.println("memory outside the Java heap after " + WARM_UP + " texts " + before + " MB, after " + TEXTS
                    + " more " + after + " MB");
            assertThat(after - before).isLessThan(MEGABYTES);
        }
    }

    private static void translateSomething(Translator translator, Random random) {
        AtomicInteger calls = new AtomicInteger();
        int cancelAt = random.nextInt(30);
        translator.translate("Ich habe heute Hunger.", Policy.bigLittle(0.5, 1, 5), event -> { },
                () -> calls.getAndIncrement() == cancelAt);
    }
}
