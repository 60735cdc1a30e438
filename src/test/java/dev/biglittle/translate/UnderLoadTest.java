package dev.biglittle.translate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.biglittle.decode.Policy;
import dev.biglittle.onnx.EmbeddedPair;
import dev.biglittle.pair.LoadedPair;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What users do to a program: cancel, ask twice at once, paste too much. */
class UnderLoadTest extends WithEmbeddedPair {
    private static String text(Translator translator, String text) {
        return translate(translator, text, LIVELY).text();
    }

    @Test
    void cancellingAtAnyMomentLeavesABeginningOfTheSameTranslation() {
        String text = "Guten Morgen! Ich habe heute Hunger, und du? Wo ist der Bahnhof?";
        String whole = text(translator, text);
        Random random = new Random(7);
        for (int i = 0; i < Soak.times(40, 1000); i++) {
            int calls = random.nextInt(60);
            AtomicInteger asked = new AtomicInteger();
            Transcript transcript = new Transcript();
            AtomicReference<String> wholeSentences = new AtomicReference<>("");
            translator.translate(text, LIVELY, event -> {
                if (event instanceof TranslationEvent.SentenceStarted) {
                    wholeSentences.set(transcript.text());
                }
                transcript.accept(event);
            }, () -> asked.getAndIncrement() >= calls);
            assertThat(transcript.isFinished()).isTrue();
            if (transcript.isCancelled()) {
                assertThat(whole).startsWith(wholeSentences.get());
            } else {
                assertThat(transcript.text()).isEqualTo(whole);
            }
        }
        assertThat(text(translator, text)).as("as if nobody had cancelled").isEqualTo(whole);
    }

    @Test
    void twoPairsAtWorkAtOnceWriteWhatEachWritesAlone() throws ExecutionException, InterruptedException {
        List<String> sentences = EmbeddedPair.sentences().subList(0, Soak.times(6, 100));
        List<String> alone = sentences.stream().map(s -> text(translator, s)).toList();
        ExecutorService windows = Executors.newFixedThreadPool(2);
        try (LoadedPair second = EmbeddedPair.load()) {
            Translator other = new Translator(second);
            Callable<List<String>> one = () -> sentences.stream().map(s -> text(translator, s)).toList();
            Callable<List<String>> two = () -> sentences.stream().map(s -> text(other, s)).toList();
            List<Future<List<String>>> both = windows.invokeAll(List.of(one, two));
            assertThat(both.get(0).get()).isEqualTo(alone);
            assertThat(both.get(1).get()).isEqualTo(alone);
        } finally {
            windows.shutdownNow();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 30, 200, 2000})
    void noWordOfATextOfAnyLengthIsLost(int words) {
        int most = Soak.times(200, 2000);
        List<String> pool = new ArrayList<>(List.of(String.join(" ", EmbeddedPair.sentences()).split(" ")));
        Collections.shuffle(pool, new Random(words));
        String text = pool.stream().limit(Math.min(words, most)).collect(Collectors.joining(" "));
        StringBuilder read = new StringBuilder();
        Transcript transcript = new Transcript();
        translator.translate(text, Policy.smallAlone(), event -> {
            transcript.accept(event);
            if (event instanceof TranslationEvent.SentenceStarted started) {
                read.append(started.before()).append(started.source());
            }
        }, () -> false);
        assertThat(read).hasToString(text);
        assertThat(transcript.text()).isNotBlank();
    }
}
