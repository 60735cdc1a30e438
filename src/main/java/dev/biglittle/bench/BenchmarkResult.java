package dev.biglittle.bench;

import java.util.List;

/**
 * What a benchmark found.
 *
 * @param machine      what it ran on
 * @param rounds       how often everything was timed; after an interrupt fewer than asked for, and parts maybe more often
 * @param sourceTokens length of the text that the parts were timed on, end-of-text included
 * @param targetTokens target tokens that stood before each step and pass
 * @param parts        single calls, each relative to one step of the large model; none if interrupted before the first round was whole
 * @param texts        whole texts, each relative to the large model alone; none likewise
 */
public record BenchmarkResult(Machine machine, int rounds, int sourceTokens, int targetTokens, List<Time> parts,
                              List<TextTime> texts) {
    /**
     * Where the pair ran.
     *
     * @param provider   what the models ran on
     * @param threads    threads within one model call
     * @param processors processors the Java runtime sees
     */
    public record Machine(String pair, String provider, int threads, int processors, String java, String system) {
    }

    /**
     * Times of one task.
     *
     * @param ratio of its median to that of the task it is compared with
     */
    public record Time(String name, double medianMillis, double p10Millis, double p90Millis, double ratio) {
    }

    /**
     * Times of a way to write texts.
     *
     * @param outsideShare share of the time that was not spent in ONNX Runtime's calls, 0 to 1
     */
    public record TextTime(Time time, double outsideShare) {
    }
}
