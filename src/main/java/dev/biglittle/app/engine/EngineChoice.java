package dev.biglittle.app.engine;

import dev.biglittle.onnx.RuntimeSettings;
import java.nio.file.Path;

/**
 * What is to translate.
 *
 * @param pair the pair's folder; null for the one that came with the program
 */
public record EngineChoice(Path pair, RuntimeSettings settings) {
}
