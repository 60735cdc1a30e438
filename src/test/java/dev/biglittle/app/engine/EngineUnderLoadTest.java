package dev.biglittle.app.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.biglittle.decode.Policy;
import dev.biglittle.onnx.EmbeddedPair;
import dev.biglittle.onnx.ProviderChoice;
import dev.biglittle.onnx.RuntimeSettings;
import dev.biglittle.pair.PairCopy;
import dev.biglittle.pair.PairFolders;
import dev.biglittle.problem.Problem;
import dev.biglittle.translate.Soak;
import dev.biglittle.translate.Transcript;
import dev.biglittle.translate.TranslationEvent;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The real models on the worker's thread, as the window uses them: requests overtake each other, memory runs out. */
@Timeout(1200)
class EngineUnderLoadTest {
    private static final RuntimeSettings SETTINGS = new RuntimeSettings(ProviderChoice.CPU, 1);
    private static final Policy LIVELY = Policy.bigLittle(0.3, 1, 6);
    private static final String TEXT = "Guten Morgen! Ich habe heute Hunger, und du? Wo ist der Bahnhof?";
    /** Longer than {@link #TEXT} takes alone: requests are cut short at any moment, and some end before. */
    private static final long LONGEST_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
    /** Java's compiler and ONNX Runtime's spare memory settle meanwhile; in the long run less than 5 kB a request. */
    private static final double MEGABYTES = 10;
    private static final int WARM_UP = 50;
    /** An encoder's attention over so many tokens wants hundreds of gigabytes. */
    private static final int TOO_MANY_WORDS = 200_000;

    @TempDir
    private Path temp;

    /** One request, and what came of it. */
    private static final class Request {
        final Transcript transcript = new Transcript();
        final List<TranslationEvent.SentenceStarted> sentences = new ArrayList<>();
        private final CompletableFuture<Transcript> answer = new CompletableFuture<>();

        static Request submit(TranslationWorker worker, String text, boolean anew) {
            Request request = new Request();
            worker.submit(new TranslationRequest(text, LIVELY, anew, request::accept,
                    statistics -> request.answer.complete(request.transcript), request.answer::completeExceptionally));
            return request;
        }

        private void accept(TranslationEvent event) {
            transcript.accept(event);
            if (event instanceof TranslationEvent.SentenceStarted started) {
                sentences.add(started);
            }
        }

        Transcript get() throws Exception {
            return answer.get(10, TimeUnit.MINUTES);
        }
    }

    private static String text(TranslationWorker worker, String text) throws Exception {
        Transcript whole = Request.submit(worker, text, true).get();
        assertThat(whole.isCancelled()).isFalse();
        return whole.text();
    }

    private static TranslationWorker loaded() throws Exception {
        TranslationWorker worker = new TranslationWorker(PairEngine.loader((Path) null, SETTINGS));
        load(worker).get(10, TimeUnit.MINUTES);
        return worker;
    }

    private static CompletableFuture<PairInfo> load(TranslationWorker worker) {
        CompletableFuture<PairInfo> pair = new CompletableFuture<>();
        worker.load(name -> { }, pair::complete, pair::completeExceptionally);
        return pair;
    }

    /** Overtakes or cancels requests after random pauses; says how many were cut short, each of which was told so. */
    private static int disturb(TranslationWorker worker, Random random, int times, String whole) throws Exception {
        List<Request> requests = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            requests.add(Request.submit(worker, TEXT, true));
            LockSupport.parkNanos((long) (LONGEST_PAUSE_NANOS * random.nextDouble()));
            if (random.nextBoolean()) {
                worker.cancel();
            }
        }
        assertThat(text(worker, TEXT)).as("as if nobody had cancelled").isEqualTo(whole);
        int cut = 0;
        for (Request request : requests) {
            assertThat(request.answer).as("answered in its turn, before the one that came last").isCompleted();
            assertThat(request.transcript.isFinished()).as("with a last event").isTrue();
            if (request.transcript.isCancelled()) {
                cut++;
            } else {
                assertThat(request.transcript.text()).isEqualTo(whole);
            }
        }
        return cut;
    }

    @Test
    void requestsThatAreOvertakenOrCancelledAtAnyMomentDisturbNoOther() throws Exception {
        int times = Soak.times(30, 2000);
        try (TranslationWorker worker = loaded()) {
            String whole = text(worker, TEXT);
            disturb(worker, new Random(4), WARM_UP, whole);
            Random random = new Random(5);
            int[] cut = new int[1];
            Soak.Work requests = () -> cut[0] += disturb(worker, random, times, whole);
            if (OS.LINUX.isCurrentOs()) {
                assertThat(Soak.growthMegabytes(times + " requests", requests)).isLessThan(MEGABYTES);
            } else {
                requests.run();
            }
            assertThat(cut[0]).isPositive();
        }
    }

    @Test
    void twoWindowsAtOnceDoNotDisturbEachOther() throws Exception {
        int times = Soak.times(20, 500);
        try (TranslationWorker one = loaded(); TranslationWorker two = loaded()) {
            String whole = text(one, TEXT);
            CompletableFuture<Integer> other = CompletableFuture.supplyAsync(() -> {
                try {
                    return disturb(two, new Random(6), times, whole);
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            });
            int cut = disturb(one, new Random(7), times, whole) + other.get(10, TimeUnit.MINUTES);
            System.out.println(cut + " of " + 2 * times + " requests of two windows were cut short");
        }
    }

    @Test
    void aRunThatFailsForMemoryIsSaidAndNeitherWorkerNorSentencesAreLost() throws Exception {
        Path pair = PairCopy.in(temp.resolve("pair")).edit(json -> json.getAsJsonObject("limits")
                .addProperty("sourceTokens", 100 * TOO_MANY_WORDS)).folder();
        try (TranslationWorker worker = new TranslationWorker(PairEngine.loader(pair, SETTINGS))) {
            load(worker).get(10, TimeUnit.MINUTES);
            String greeting = text(worker, "Guten Morgen!");
            for (int i = 0; i < Soak.times(1, 5); i++) {
                Request failing = Request.submit(worker, "Guten Morgen! " + "Wasser ".repeat(TOO_MANY_WORDS), false);
                assertThatThrownBy(failing::get).isInstanceOf(ExecutionException.class).cause()
                        .isInstanceOf(Problem.class).hasMessageStartingWith("The encoder failed on this text")
                        .hasMessageContaining("memory");
                assertThat(failing.transcript.text()).as("what stood before").isEqualTo(greeting);
            }
            Request next = Request.submit(worker, "Guten Morgen! Danke.", false);
            assertThat(next.get().text()).startsWith(greeting).hasSizeGreaterThan(greeting.length() + 1);
            assertThat(next.sentences).extracting(TranslationEvent.SentenceStarted::remembered)
                    .containsExactly(true, false);
        }
    }

    @Test
    void aModelThatDoesNotFitIntoMemoryIsSaidAndAnotherPairCanBeLoaded() throws Exception {
        Path tooLarge = PairCopy.in(temp.resolve("pair")).replaceAndSign("large/decoder.onnx", tooLargeGraph()).folder();
        AtomicReference<Path> choice = new AtomicReference<>(tooLarge);
        try (TranslationWorker worker = new TranslationWorker(
                PairEngine.loader(() -> new EngineChoice(choice.get(), SETTINGS)))) {
            assertThatThrownBy(() -> load(worker).get(10, TimeUnit.MINUTES)).cause().isInstanceOf(Problem.class)
                    .hasMessageContaining(Path.of("large", "decoder.onnx").toString())
                    .hasMessageContaining("cannot be loaded").hasMessageContaining("memory");
            choice.set(PairFolders.byDefault());
            load(worker).get(10, TimeUnit.MINUTES);
            assertThat(text(worker, "Danke.")).isNotBlank();
        }
    }

    private static Path tooLargeGraph() throws URISyntaxException {
        return Path.of(EmbeddedPair.class.getResource("/pairs/too-large.onnx").toURI());
    }
}
