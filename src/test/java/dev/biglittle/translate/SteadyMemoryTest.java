package dev.biglittle.translate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.biglittle.decode.Policy;
import dev.biglittle.onnx.EmbeddedPair;
import dev.biglittle.pair.LoadedPair;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/**
 * Native memory is given back text by text, cancelled texts included, while both models take turns (ONNX Runtime was
 * reported to grow when two sessions alternate, microsoft/onnxruntime#29351). Asks the C library, so on Linux only.
 */
@EnabledOnOs(OS.LINUX)
class SteadyMemoryTest {
    private static final int WARM_UP = 500;
    private static final int TEXTS = Soak.times(700, 10_000);
    /** What Java itself takes more or less; a leak of one tensor a text would be more than this. */
    private static final double MEGABYTES = 4;

    @Test
    void memoryDoesNotGrowWithTheNumberOfTexts() throws Exception {
        Random random = new Random(11);
        try (LoadedPair pair = EmbeddedPair.load()) {
            Translator translator = new Translator(pair);
            for (int i = 0; i < WARM_UP; i++) {
                translateSomething(translator, random);
            }
            assertThat(Soak.growthMegabytes(TEXTS + " texts", () -> {
                for (int i = 0; i < TEXTS; i++) {
                    translateSomething(translator, random);
                }
            })).isLessThan(MEGABYTES);
        }
    }

    private static void translateSomething(Translator translator, Random random) {
        AtomicInteger calls = new AtomicInteger();
        int cancelAt = random.nextInt(30);
        translator.translate("Ich habe heute Hunger.", Policy.bigLittle(0.5, 1, 5), event -> { },
                () -> calls.getAndIncrement() == cancelAt);
    }
}
