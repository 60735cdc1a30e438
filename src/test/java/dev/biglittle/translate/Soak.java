package dev.biglittle.translate;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import com.sun.jna.Structure;
import java.util.concurrent.locks.LockSupport;

/** How long tests of endurance run: briefly in every build, for hours' worth of use with {@code mvn verify -Dsoak=true}. */
public final class Soak {
    private static final boolean LONG = Boolean.getBoolean("biglittle.soak");
    private static final int READINGS = 4;
    private static final int REPEATS = 3;
    private static final long PAUSE_NANOS = 100_000_000;

    private Soak() {
    }

    public static int times(int brief, int soak) {
        return LONG ? soak : brief;
    }

    /** What may leave something behind. */
    public interface Work {
        void run() throws Exception;
    }

    /** The C library's account of itself; Linux only. */
    interface Allocator extends Library {
        Account mallinfo2();
    }

    /** {@code struct mallinfo2}. */
    @Structure.FieldOrder({"arena", "ordblks", "smblks", "hblks", "hblkhd", "usmblks", "fsmblks", "uordblks", "fordblks",
        "keepcost"})
    public static final class Account extends Structure implements Structure.ByValue {
        public NativeLong arena;
        public NativeLong ordblks;
        public NativeLong smblks;
        public NativeLong hblks;
        public NativeLong hblkhd;
        public NativeLong usmblks;
        public NativeLong fsmblks;
        public NativeLong uordblks;
        public NativeLong fordblks;
        public NativeLong keepcost;
    }

    /**
     * By how many megabytes what is allocated outside the Java heap grows while {@code work} is done, the least of three
     * times: a leak shows every time, what Java's compiler takes for a while shows once.
     */
    public static double growthMegabytes(String what, Work work) throws Exception {
        double least = Double.POSITIVE_INFINITY;
        double before = nativeMegabytes();
        for (int i = 0; i < REPEATS; i++) {
            work.run();
            double after = nativeMegabytes();
            System.out.printf("%s: %.2f MB outside the Java heap before, %.2f MB after%n", what, before, after);
            least = Math.min(least, after - before);
            before = after;
        }
        return least;
    }

    /**
     * What is allocated outside the Java heap, in megabytes. The process's size would not do: it grows for as long as the
     * Java heap reaches pages that it has not used yet.
     */
    private static double nativeMegabytes() {
        Allocator allocator = Native.load("c", Allocator.class);
        double least = Double.POSITIVE_INFINITY;
        // the least, as Java's compiler may be at work; and what the collector found unused goes a moment later
        for (int i = 0; i < READINGS; i++) {
            System.gc();
            LockSupport.parkNanos(PAUSE_NANOS);
            Account account = allocator.mallinfo2();
            least = Math.min(least, (account.uordblks.longValue() + account.hblkhd.longValue()) / (1024.0 * 1024.0));
        }
        return least;
    }
}
