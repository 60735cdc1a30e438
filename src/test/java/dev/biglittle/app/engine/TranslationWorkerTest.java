package dev.biglittle.app.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.biglittle.decode.Policy;
import dev.biglittle.decode.Statistics;
import dev.biglittle.problem.Explanation;
import dev.biglittle.problem.Problem;
import dev.biglittle.translate.TranslationEvent;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** With the worker's own thread. */
@Timeout(20)
class TranslationWorkerTest {
    private static final Policy POLICY = Policy.smallAlone();

    /** Works on a text until it is cancelled. */
    private static final class EndlessEngine implements TranslationEngine {
        final List<String> log = new CopyOnWriteArrayList<>();
        final CountDownLatch begun = new CountDownLatch(1);

        @Override
        public PairInfo pair() {
            return new PairInfo("endless", "de", "en", Map.of(), null, "CPU", Explanation.NONE, 1, Map.of(), null);
        }

        @Override
        public Statistics translate(String text, Policy policy, Consumer<TranslationEvent> events,
                                    BooleanSupplier cancelled) {
            log.add("begin " + text);
            begun.countDown();
            while (!cancelled.getAsBoolean() && !text.equals("short")) {
                Thread.onSpinWait();
            }
            log.add("end " + text);
            return Statistics.NONE;
        }

        @Override
        public void close() {
            log.add("close");
        }
    }

    private final EndlessEngine engine = new EndlessEngine();

    private TranslationRequest request(String text, Consumer<Statistics> finished) {
        return new TranslationRequest(text, POLICY, event -> { }, finished, failure -> { });
    }

    private TranslationWorker loadedWorker() {
        TranslationWorker worker = new TranslationWorker(name -> engine);
        worker.load(name -> { }, pair -> { }, failure -> { });
        return worker;
    }

    @Test
    void newestRequestWinsAndOnlyOneWaits() throws Exception {
        CompletableFuture<Statistics> done = new CompletableFuture<>();
        try (TranslationWorker worker = loadedWorker()) {
            worker.submit(request("first", s -> { }));
            assertThat(engine.begun.await(10, TimeUnit.SECONDS)).isTrue();
            worker.submit(request("second", s -> { }));
            worker.submit(request("short", done::complete));
            done.get(10, TimeUnit.SECONDS);
        }
        assertThat(engine.log).filteredOn(l -> l.startsWith("begin")).startsWith("begin first").endsWith("begin short");
        // the second may have begun in the instant before the third came, but then it was cut short
        assertThat(engine.log).endsWith("begin short", "end short", "close");
    }

    @Test
    void aRequestThatIsCancelledWhileItWaitsHearsThatItIs() throws Exception {
        List<TranslationEvent> events = new CopyOnWriteArrayList<>();
        CompletableFuture<Statistics> done = new CompletableFuture<>();
        CountDownLatch loaded = new CountDownLatch(1);
        try (TranslationWorker worker = loadedWorker()) {
            worker.load(name -> { }, pair -> {
                try {
                    loaded.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }, failure -> { });
            worker.submit(new TranslationRequest("waits", POLICY, events::add, done::complete, done::completeExceptionally));
            worker.cancel();
            loaded.countDown();
            done.get(10, TimeUnit.SECONDS);
        }
        assertThat(engine.log).doesNotContain("begin waits");
        assertThat(events).containsExactly(new TranslationEvent.Finished(true, "", Statistics.NONE));
    }

    @Test
    void closingInTheMiddleOfATextWaitsForTheModelBeforeClosingIt() throws Exception {
        TranslationWorker worker = loadedWorker();
        worker.submit(request("endless", s -> { }));
        assertThat(engine.begun.await(10, TimeUnit.SECONDS)).isTrue();
        worker.close();
        assertThat(engine.log).containsExactly("begin endless", "end endless", "close");
        worker.close();
        assertThat(engine.log).as("closed once").hasSize(3);
    }

    @Test
    void loadingAnewClosesTheOldEngineFirst() throws Exception {
        CompletableFuture<PairInfo> again = new CompletableFuture<>();
        try (TranslationWorker worker = loadedWorker()) {
            worker.load(name -> { }, again::complete, failure -> { });
            again.get(10, TimeUnit.SECONDS);
            assertThat(engine.log).containsExactly("close");
        }
    }

    @Test
    void failuresReachWhoeverAsked() throws Exception {
        CompletableFuture<Throwable> load = new CompletableFuture<>();
        CompletableFuture<Throwable> text = new CompletableFuture<>();
        Problem problem = new Problem("There is no pair.");
        try (TranslationWorker worker = new TranslationWorker(name -> {
            throw problem;
        })) {
            worker.load(name -> { }, pair -> { }, load::complete);
            worker.submit(new TranslationRequest("x", POLICY, event -> { }, s -> { }, text::complete));
            assertThat(load.get(10, TimeUnit.SECONDS)).isSameAs(problem);
            assertThat(text.get(10, TimeUnit.SECONDS)).isInstanceOf(IllegalStateException.class);
        }
    }
}
