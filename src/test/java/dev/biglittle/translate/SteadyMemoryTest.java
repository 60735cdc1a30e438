package dev.biglittle.translate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.biglittle.decode.Policy;
import dev.biglittle.onnx.EmbeddedPair;
import dev.biglittle.pair.LoadedPair;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Native memory is given back text by text, cancelled texts included. Reads the process's own size, so on Linux only. */
@EnabledOnOs(OS.LINUX)
class SteadyMemoryTest {
    private static final int WARM_UP = 500;
    private static final int TEXTS = 1500;
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
            long before = nativeMegabytes();
            for (int i = 0; i < TEXTS; i++) {
                translateSomething(translator, random);
            }
            long after = nativeMegabytes();
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

    /** Resident memory less what the Java heap has taken, which comes and goes as the collector likes. */
    private static long nativeMegabytes() throws IOException {
        System.gc();
        long resident = Files.readAllLines(Path.of("/proc/self/status")).stream().filter(l -> l.startsWith("VmRSS:"))
                .mapToLong(l -> Long.parseLong(l.replaceAll("\\D+", "")) / 1024).findFirst().orElseThrow();
        return resident - Runtime.getRuntime().totalMemory() / (1024 * 1024);
    }
}
