package dev.biglittle.app.engine;

import dev.biglittle.decode.Policy;
import dev.biglittle.decode.Statistics;
import dev.biglittle.translate.TranslationEvent;
import java.util.function.Consumer;

/**
 * One text to translate. The three receivers are called on the worker thread.
 *
 * @param events   every step
 * @param anew     whether every sentence is written anew, so that all times are those of now
 * @param finished the counts, once at the end, which may have come early: the last event says so; not called after
 *                 {@code failed}
 * @param failed   what went wrong
 */
public record TranslationRequest(String text, Policy policy, boolean anew, Consumer<TranslationEvent> events,
                                 Consumer<Statistics> finished, Consumer<Throwable> failed) {
    /** A request that may be met from the memory of sentences. */
    public TranslationRequest(String text, Policy policy, Consumer<TranslationEvent> events,
                              Consumer<Statistics> finished, Consumer<Throwable> failed) {
        this(text, policy, false, events, finished, failed);
    }

}
