package dev.biglittle.app.history;

import dev.biglittle.decode.Policy;
import dev.biglittle.translate.TranslationEvent;
import java.util.List;

/**
 * A past translation with everything that is needed to show it as it was.
 *
 * @param events everything the models reported, in order
 */
public record PastTranslation(String pair, String source, String translation, Policy policy,
                              List<TranslationEvent> events) {
}
