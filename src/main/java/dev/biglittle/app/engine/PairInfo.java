package dev.biglittle.app.engine;

import dev.biglittle.pair.Preset;
import dev.biglittle.problem.Explanation;
import dev.biglittle.recording.Recording;
import java.nio.file.Path;
import java.util.Map;

/**
 * What the window shows of a loaded pair.
 *
 * @param name           such as "German to English"
 * @param sourceLanguage ISO 639 code
 * @param targetLanguage ISO 639 code
 * @param presets        thresholds by name, in the pair's order
 * @param start          the thresholds to start with
 * @param provider       what the models run on, such as "CPU"
 * @param whyNotCuda     one sentence; empty if CUDA is used or was not wanted
 * @param threads        threads within one model call
 * @param speedUps       how many times as fast as the large model alone presets were when they were measured, by name
 * @param evaluation     the report that lies in the pair's folder; null if there is none
 */
public record PairInfo(String name, String sourceLanguage, String targetLanguage, Map<String, Preset> presets,
                       Preset start, String provider, Explanation whyNotCuda, int threads,
                       Map<String, Double> speedUps, Path evaluation) {
    /** The same, as recordings keep it. */
    public Recording.MadeWith madeWith() {
        String version = PairInfo.class.getPackage().getImplementationVersion();
        return new Recording.MadeWith(version == null ? "" : version, name, sourceLanguage, targetLanguage, provider,
                threads);
    }
}
