package dev.biglittle.app.engine;

import dev.biglittle.decode.Policy;
import dev.biglittle.decode.Statistics;
import dev.biglittle.translate.SentenceMemory;
import dev.biglittle.translate.TranslationEvent;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** A loaded pair, as the window needs it. Every method may block; one thread at a time. */
public interface TranslationEngine extends AutoCloseable {
    PairInfo pair();

    /**
     * Translates a text and reports every step; nothing of it comes from a memory.
     *
     * @param events    called on the calling thread
     * @param cancelled asked before every model call
     */
    Statistics translate(String text, Policy policy, Consumer<TranslationEvent> events, BooleanSupplier cancelled);

    /**
     * Translates what is not in the memory, and reports the recorded steps of what is.
     *
     * @param memory of sentences that this engine translated; an engine may do without
     */
    default Statistics translate(String text, Policy policy, SentenceMemory memory, Consumer<TranslationEvent> events,
                                 BooleanSupplier cancelled) {
        return translate(text, policy, events, cancelled);
    }

    @Override
    void close();

    /** Opens an engine. */
    @FunctionalInterface
    interface Loader {
        /**
         * @param name told the pair's name as soon as it is known, long before the models are loaded
         * @throws dev.biglittle.problem.Problem if there is no usable pair
         */
        TranslationEngine load(Consumer<String> name);
    }
}
