package dev.biglittle.app.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.biglittle.app.Events;
import dev.biglittle.decode.Policy;
import dev.biglittle.decode.Statistics;
import dev.biglittle.problem.Explanation;
import dev.biglittle.problem.Problem;
import dev.biglittle.translate.TranslationEvent;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** With the worker's own thread, and this one as the background's. */
@Timeout(20)
class BackgroundTranslatorTest {
    /** Writes the text in capitals; works on "long" texts until cancelled or released. */
    private static final class CapitalEngine implements TranslationEngine {
        final List<String> log = new CopyOnWriteArrayList<>();
        final CountDownLatch begun = new CountDownLatch(1);
        final AtomicBoolean released = new AtomicBoolean();

        @Override
        public PairInfo pair() {
            return new PairInfo("capitals", "de", "en", Map.of(), null, "CPU", Explanation.NONE, 1, Map.of(), null);
        }

        @Override
        public Statistics translate(String text, Policy policy, Consumer<TranslationEvent> events,
                                    BooleanSupplier cancelled) {
            log.add(text);
            begun.countDown();
            while (text.startsWith("long") && !released.get() && !cancelled.getAsBoolean()) {
                Thread.onSpinWait();
            }
            events.accept(Events.sentence(0, ""));
            events.accept(Events.drafted(0, text.toUpperCase(), 0.9));
            events.accept(new TranslationEvent.Finished(cancelled.getAsBoolean(), "\n", Events.STATISTICS));
            return Events.STATISTICS;
        }

        @Override
        public void close() {
            log.add("close");
        }
    }

    private CapitalEngine engine = new CapitalEngine();
    private final TranslationWorker worker = new TranslationWorker(name -> engine);
    private final BackgroundTranslator background = worker.background(Policy.smallAlone());

    private void load() {
        worker.load(name -> { }, pair -> { }, failure -> { });
    }

    @AfterEach
    void close() {
        engine.released.set(true);
        worker.close();
    }

    @Test
    void translatesText() {
        load();
        assertThat(background.translate("haus", () -> false)).isEqualTo("HAUS\n");
    }

    @Test
    void standsBackForTheWindowAndThenGoesOn() throws Exception {
        load();
        CompletableFuture<String> file = CompletableFuture.supplyAsync(() -> background.translate("long", () -> false));
        assertThat(engine.begun.await(10, TimeUnit.SECONDS)).isTrue();
        CompletableFuture<Statistics> window = new CompletableFuture<>();
        worker.submit(new TranslationRequest("typed", Policy.smallAlone(), event -> { }, window::complete,
                window::completeExceptionally));
        window.get(10, TimeUnit.SECONDS);
        assertThat(file).isNotDone();
        engine.released.set(true);
        assertThat(file.get(10, TimeUnit.SECONDS)).isEqualTo("LONG\n");
        assertThat(engine.log).containsExactly("long", "typed", "long");
    }

    @Test
    void standsBackForAPairThatIsToBeLoadedToo() throws Exception {
        load();
        CompletableFuture<String> file = CompletableFuture.supplyAsync(() -> background.translate("long", () -> false));
        assertThat(engine.begun.await(10, TimeUnit.SECONDS)).isTrue();
        CompletableFuture<PairInfo> pair = new CompletableFuture<>();
        worker.load(name -> { }, pair::complete, pair::completeExceptionally);
        pair.get(10, TimeUnit.SECONDS);
        assertThat(file).isNotDone();
        engine.released.set(true);
        assertThat(file.get(10, TimeUnit.SECONDS)).isEqualTo("LONG\n");
    }

    @Test
    void endsWhenCancelledOrTheWindowCloses() throws Exception {
        load();
        assertThatThrownBy(() -> background.translate("long", () -> true)).isInstanceOf(CancellationException.class);
        engine.log.clear();
        CompletableFuture<String> file = CompletableFuture.supplyAsync(() -> background.translate("long", () -> false));
        while (engine.log.isEmpty()) {
            Thread.onSpinWait();
        }
        worker.close();
        assertThatThrownBy(() -> file.get(10, TimeUnit.SECONDS)).hasRootCauseInstanceOf(CancellationException.class);
        assertThatThrownBy(() -> background.translate("haus", () -> false)).isInstanceOf(CancellationException.class);
    }

    @Test
    void saysThatThereIsNoPair() {
        assertThatThrownBy(() -> background.translate("haus", () -> false)).isInstanceOf(Problem.class)
                .hasMessageStartingWith("No pair is loaded");
    }

    @Test
    void doesNotGoOnWithAnotherPair() {
        load();
        background.translate("haus", () -> false);
        engine = new CapitalEngine();
        load();
        assertThatThrownBy(() -> background.translate("hof", () -> false)).isInstanceOf(Problem.class)
                .hasMessageContaining("Another pair was loaded");
        assertThat(worker.background(Policy.smallAlone()).translate("hof", () -> false)).isEqualTo("HOF\n");
    }
}
