package dev.biglittle.app.engine;

import dev.biglittle.app.Messages;
import dev.biglittle.decode.Policy;
import dev.biglittle.problem.Problem;
import dev.biglittle.translate.SentenceMemory;
import dev.biglittle.translate.Transcript;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BooleanSupplier;

/**
 * Translates text after text on the worker's thread, and stands back between two model calls whenever the window wants
 * something. Stays with the pair it began with. For one thread, which is not the window's.
 */
public final class BackgroundTranslator {
    /** Room for all sentences of a text that was interrupted: of 128 KiB, the longest piece of a file, come some 80,000 steps. */
    private static final int MOST_STEPS = 160_000;

    private final TranslationWorker worker;
    private final Policy policy;
    /** Sentences of an interrupted text are not lost. */
    private final SentenceMemory memory = new SentenceMemory(MOST_STEPS);
    private TranslationEngine first;

    BackgroundTranslator(TranslationWorker worker, Policy policy) {
        this.worker = worker;
        this.policy = policy;
    }

    /**
     * Waits for the translation.
     *
     * @param cancelled asked before every model call
     * @throws CancellationException if it was cancelled or the worker was closed
     * @throws Problem               if no pair is there, or another one was loaded meanwhile
     */
    public String translate(String text, BooleanSupplier cancelled) {
        while (true) {
            CompletableFuture<String> translation = new CompletableFuture<>();
            try {
                worker.inTurn(engine -> attempt(engine, text, cancelled, translation));
                String whole = translation.join();
                if (whole != null) {
                    return whole;
                }
            } catch (CompletionException e) {
                if (e.getCause() instanceof RuntimeException cause) {
                    throw cause;
                }
                throw e;
            } catch (RejectedExecutionException e) {
                throw new CancellationException();
            }
        }
    }

    /** Completes with the translation, or with null if something more urgent came in between. */
    private void attempt(TranslationEngine engine, String text, BooleanSupplier cancelled,
                         CompletableFuture<String> translation) {
        try {
            if (engine == null) {
                throw new Problem(Messages.text("background.noPair"));
            }
            if (first != null && engine != first) {
                throw new Problem(Messages.text("background.pairChanged"));
            }
            first = engine;
            Transcript transcript = new Transcript();
            engine.translate(text, policy, memory, transcript::accept,
                    () -> cancelled.getAsBoolean() || worker.isWanted());
            if (!transcript.isCancelled()) {
                translation.complete(transcript.text());
            } else if (cancelled.getAsBoolean() || worker.isClosed()) {
                translation.completeExceptionally(new CancellationException());
            } else {
                translation.complete(null);
            }
        } catch (RuntimeException | Error e) {
            translation.completeExceptionally(e);
        }
    }
}
