package dev.biglittle.app.engine;

import dev.biglittle.decode.Policy;
import dev.biglittle.decode.Statistics;
import dev.biglittle.translate.TranslationEvent;
import java.util.function.Consumer;

/**
 * One text to translate. The three receivers are called on the worker thread.
 *
 * @param events   every step
 * @param finished the counts, once at the end; not called after {@code failed}
 * @param failed   what went wrong
 */
public record TranslationRequest(String text, Policy policy, Consumer<TranslationEvent> events,
                                 Consumer<Statistics> finished, Consumer<Throwable> failed) {
}
