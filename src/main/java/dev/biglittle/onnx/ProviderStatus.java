package dev.biglittle.onnx;

import dev.biglittle.problem.Explanation;

/**
 * What models really run on.
 *
 * @param cuda        whether it is CUDA; otherwise it is the CPU
 * @param explanation why CUDA is not used, in a sentence; empty if it is used or was not wanted
 */
public record ProviderStatus(boolean cuda, Explanation explanation) {
    /** Name for people. */
    public String label() {
        return cuda ? "CUDA" : "CPU";
    }
}
