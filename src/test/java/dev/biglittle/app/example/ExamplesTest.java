package dev.biglittle.app.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.biglittle.app.example.Example.Shows;
import dev.biglittle.decode.DecodeEvent;
import dev.biglittle.decode.Origin;
import dev.biglittle.onnx.EmbeddedPair;
import dev.biglittle.pair.LoadedPair;
import dev.biglittle.translate.Transcript;
import dev.biglittle.translate.TranslationEvent;
import dev.biglittle.translate.Translator;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every example, through the embedded pair: does it show what it promises? */
class ExamplesTest {
    /** Of a text that the small model writes nearly alone. */
    private static final double NEARLY_ALL = 0.85;
    private static LoadedPair pair;

    @BeforeAll
    static void load() {
        pair = EmbeddedPair.load();
    }

    @AfterAll
    static void close() {
        pair.close();
    }

    static Stream<Example> examples() {
        return Examples.in(pair.description().sourceLanguage(), Locale.ENGLISH).stream();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void anExampleShowsWhatItPromises(Example example) {
        List<TranslationEvent> events = new ArrayList<>();
        new Translator(pair).translate(example.text(), example.settings().policy(), events::add, () -> false);
        Transcript transcript = new Transcript();
        events.forEach(transcript::accept);
        Set<Shows> seen = EnumSet.noneOf(Shows.class);
        if (transcript.count(Origin.SMALL) >= NEARLY_ALL * transcript.tokens().size()) {
            seen.add(Shows.MOSTLY_SMALL);
        }
        if (transcript.count(Origin.FALLBACK) > 1) {
            seen.add(Shows.FALLBACK);
        }
        if (transcript.count(Origin.ROLLBACK) > 0) {
            seen.add(Shows.ROLLBACK);
        }
        if (transcript.count(Origin.HAND_OVER) > 1) {
            seen.add(Shows.HAND_OVER);
        }
        if (events.stream().anyMatch(event -> event instanceof TranslationEvent.Step step
                && step.event() instanceof DecodeEvent.RolledBack back && back.dropped().size() > 1)) {
            seen.add(Shows.LONG_ROLLBACK);
        }
        assertThat(seen).as("%s: %s, rolled back: %s", example.name(), transcript.text(), transcript.rolledBack())
                .containsAll(example.shows());
    }

    @Test
    void examplesAreThereInEveryLanguageOfTheWindow() {
        List<Example> english = examples().toList();
        List<Example> german = Examples.in("de", Locale.GERMAN);
        assertThat(english).hasSizeGreaterThan(4);
        assertThat(german).hasSameSizeAs(english);
        for (int i = 0; i < english.size(); i++) {
            assertThat(german.get(i).text()).isEqualTo(english.get(i).text());
            assertThat(german.get(i).name()).isNotBlank().isNotEqualTo(english.get(i).name());
            assertThat(german.get(i).watch()).isNotBlank().isNotEqualTo(english.get(i).watch());
        }
        assertThat(english.stream().flatMap(example -> example.shows().stream())).contains(Shows.FALLBACK, Shows.ROLLBACK);
        assertThat(Examples.in("xx", Locale.ENGLISH)).isEmpty();
    }
}
