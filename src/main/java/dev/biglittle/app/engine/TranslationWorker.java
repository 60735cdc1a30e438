package dev.biglittle.app.engine;

import dev.biglittle.decode.Policy;
import dev.biglittle.decode.Statistics;
import dev.biglittle.translate.SentenceMemory;
import dev.biglittle.translate.TranslationEvent;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * One thread that owns the engine: loads it, translates with it, and closes it, so that models are never closed while
 * one of them runs. Of the requests that wait, only the newest is carried out.
 */
public final class TranslationWorker implements AutoCloseable {
    /** Some 30 megabytes of remembered steps: the sentences of a long article under a few settings. */
    private static final int MOST_STEPS = 100_000;

    /** A request and whether it is still wanted. */
    private static final class Job {
        private final TranslationRequest request;
        private volatile boolean cancelled;

        Job(TranslationRequest request) {
            this.request = request;
        }
    }

    private final TranslationEngine.Loader loader;
    private final ExecutorService thread;
    private final AtomicReference<Job> newest = new AtomicReference<>();
    /** Requests and loads that wait for their turn; while there are any, background work stands back. */
    private final AtomicInteger waiting = new AtomicInteger();
    private volatile boolean closed;
    /** Touched by the worker thread only, like the memory, which is of this engine's sentences. */
    private TranslationEngine engine;
    private SentenceMemory memory;

    public TranslationWorker(TranslationEngine.Loader loader) {
        this(loader, Executors.newSingleThreadExecutor(task -> new Thread(task, "translation")));
    }

    /** @param thread one thread, or for tests the caller's own; shut down by {@link #close()} */
    public TranslationWorker(TranslationEngine.Loader loader, ExecutorService thread) {
        this.loader = loader;
        this.thread = thread;
    }

    /** Loads the engine anew. The receivers are called on the worker thread. */
    public void load(Consumer<String> name, Consumer<PairInfo> loaded, Consumer<Throwable> failed) {
        waiting.incrementAndGet();
        thread.execute(() -> {
            waiting.decrementAndGet();
            try {
                closeEngine();
                engine = loader.load(name);
                memory = new SentenceMemory(MOST_STEPS);
                loaded.accept(engine.pair());
            } catch (RuntimeException | Error e) {
                // whatever it is, the window shows it; a missing native library is an Error
                failed.accept(e);
            }
        });
    }

    /** Translates; cancels what runs, and replaces what waits. */
    public void submit(TranslationRequest request) {
        Job job = new Job(request);
        replaceNewest(job);
        waiting.incrementAndGet();
        thread.execute(() -> {
            waiting.decrementAndGet();
            run(job);
        });
    }

    /** Stops what runs or waits; its request hears of the end all the same, with a last event that says so. */
    public void cancel() {
        replaceNewest(null);
    }

    private void replaceNewest(Job job) {
        Job before = newest.getAndSet(job);
        if (before != null) {
            before.cancelled = true;
        }
    }

    private void run(Job job) {
        TranslationRequest request = job.request;
        if (job.cancelled) {
            request.events().accept(new TranslationEvent.Finished(true, "", Statistics.NONE));
            request.finished().accept(Statistics.NONE);
            return;
        }
        Statistics statistics;
        try {
            if (engine == null) {
                throw new IllegalStateException("a text was submitted without a loaded pair");
            }
            statistics = request.anew()
                    ? engine.translate(request.text(), request.policy(), request.events(), () -> job.cancelled)
                    : engine.translate(request.text(), request.policy(), memory, request.events(), () -> job.cancelled);
        } catch (RuntimeException | Error e) {
            request.failed().accept(e);
            return;
        }
        request.finished().accept(statistics);
    }

    /** Work beside what the window asks for, under one policy. */
    public BackgroundTranslator background(Policy policy) {
        return new BackgroundTranslator(this, policy);
    }

    /**
     * Does a task with the engine when its turn comes, on the worker thread.
     *
     * @throws java.util.concurrent.RejectedExecutionException if the worker is closed
     */
    void inTurn(Consumer<TranslationEngine> task) {
        thread.execute(() -> task.accept(engine));
    }

    /** Whether a request of the window waits, or a pair, or the end. */
    boolean isWanted() {
        return closed || waiting.get() > 0;
    }

    boolean isClosed() {
        return closed;
    }

    private void closeEngine() {
        TranslationEngine former = engine;
        engine = null;
        if (former != null) {
            former.close();
        }
    }

    /** Cancels what runs, waits until it has stopped, and closes the engine. Whoever closes it again waits as well. */
    @Override
    public void close() {
        synchronized (thread) {
            if (!thread.isShutdown()) {
                closed = true;
                cancel();
                thread.execute(this::closeEngine);
                thread.shutdown();
            }
        }
        boolean interrupted = false;
        // closing waits for at most one model call or one load; giving up earlier would pull models from under it
        while (true) {
            try {
                if (thread.awaitTermination(1, TimeUnit.MINUTES)) {
                    break;
                }
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
