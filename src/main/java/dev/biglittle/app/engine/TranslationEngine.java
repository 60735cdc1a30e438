package dev.biglittle.app.engine;

import dev.biglittle.decode.Policy;
import dev.biglittle.decode.Statistics;
import dev.biglittle.translate.TranslationEvent;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** A loaded pair, as the window needs it. Every method may block; one thread at a time. */
public interface TranslationEngine extends AutoCloseable {
    PairInfo pair();

    /**
     * Translates a text and reports every step.
     *
     * @param events    called on the calling thread
     * @param cancelled asked before every model call
     */
    Statistics translate(String text, Policy policy, Consumer<TranslationEvent> events, BooleanSupplier cancelled);

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
