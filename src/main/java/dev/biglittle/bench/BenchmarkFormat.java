package dev.biglittle.bench;

import com.google.gson.Gson;
import dev.biglittle.bench.BenchmarkResult.Machine;
import dev.biglittle.bench.BenchmarkResult.TextTime;
import dev.biglittle.bench.BenchmarkResult.Time;
import java.util.Locale;
import java.util.StringJoiner;

/** A benchmark's result for people and for programs. */
public final class BenchmarkFormat {
    private static final String ROW = "%-26s %9s %9s %9s %9s";

    private BenchmarkFormat() {
    }

    /** Two tables and how to read them. */
    public static String table(BenchmarkResult result) {
        StringJoiner lines = new StringJoiner(System.lineSeparator());
        Machine m = result.machine();
        lines.add(m.pair() + " on " + m.provider() + ", " + m.threads() + (m.threads() == 1 ? " thread" : " threads")
                + " of " + m.processors() + " processors, Java " + m.java() + ", " + m.system());
        lines.add("").add(String.format(ROW, "part", "median ms", "p10 ms", "p90 ms", "large=1"));
        result.parts().forEach(part -> lines.add(row(part)));
        if (!result.texts().isEmpty()) {
            lines.add("").add(String.format(ROW + " %9s", "whole text", "median ms", "p10 ms", "p90 ms", "large=1",
                    "outside"));
        }
        for (TextTime text : result.texts()) {
            lines.add(row(text.time()) + String.format(Locale.ROOT, " %8.1f%%", 100 * text.outsideShare()));
        }
        return lines.add("").add("Source of " + result.sourceTokens() + " tokens; steps and passes after "
                + result.targetTokens() + " target tokens; " + result.rounds() + " rounds, everything in turns;"
                + " large=1: median over that of one large step, or of the large model alone; outside: time not spent"
                + " in ONNX Runtime's calls").toString();
    }

    private static String row(Time time) {
        return String.format(Locale.ROOT, "%-26s %9.3f %9.3f %9.3f %9.2f", time.name(), time.medianMillis(),
                time.p10Millis(), time.p90Millis(), time.ratio());
    }

    /** One JSON object with the fields of {@link BenchmarkResult}. */
    public static String json(BenchmarkResult result) {
        return new Gson().toJson(result);
    }
}
