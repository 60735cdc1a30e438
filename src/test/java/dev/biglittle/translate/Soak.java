package dev.biglittle.translate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How long tests of endurance run: briefly in every build, for hours' worth of use with {@code mvn verify -Dsoak=true}. */
public final class Soak {
    private static final boolean LONG = Boolean.getBoolean("biglittle.soak");

    private Soak() {
    }

    public static int times(int brief, int soak) {
        return LONG ? soak : brief;
    }

    /** Resident memory less what the Java heap has taken, which comes and goes as the collector likes. Linux only. */
    public static long nativeMegabytes() throws IOException {
        System.gc();
        long resident = Files.readAllLines(Path.of("/proc/self/status")).stream().filter(l -> l.startsWith("VmRSS:"))
                .mapToLong(l -> Long.parseLong(l.replaceAll("\\D+", "")) / 1024).findFirst().orElseThrow();
        return resident - Runtime.getRuntime().totalMemory() / (1024 * 1024);
    }
}
