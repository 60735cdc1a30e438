package dev.biglittle.translate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.biglittle.decode.Policy;
import dev.biglittle.onnx.EmbeddedPair;
import dev.biglittle.pair.LoadedPair;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** For tests of whole texts through the real pair: loads it once a class. */
abstract class WithEmbeddedPair {
    /** Low enough to fall back now and then, strict enough to roll back now and then. */
    static final Policy LIVELY = Policy.bigLittle(0.3, 1, 6);
    static LoadedPair pair;
    static Translator translator;

    @BeforeAll
    static void load() {
        pair = EmbeddedPair.load();
        translator = new Translator(pair);
    }

    @AfterAll
    static void close() {
        pair.close();
    }

    /** The whole of a translation. */
    static Transcript translate(Translator translator, String text, Policy policy) {
        Transcript transcript = new Transcript();
        translator.translate(text, policy, transcript::accept, () -> false);
        assertThat(transcript.isFinished()).isTrue();
        assertThat(transcript.isCancelled()).isFalse();
        return transcript;
    }

    static Transcript translate(String text, Policy policy) {
        return translate(translator, text, policy);
    }
}
