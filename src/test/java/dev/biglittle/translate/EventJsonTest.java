package dev.biglittle.translate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import dev.biglittle.decode.Candidates;
import dev.biglittle.decode.DecodeEvent;
import dev.biglittle.decode.Mode;
import dev.biglittle.decode.Timing;
import dev.biglittle.onnx.EmbeddedPair;
import dev.biglittle.pair.LoadedPair;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventJsonTest {
    private static final Gson GSON = EventJson.with(new GsonBuilder()).create();

    private static TranslationEvent read(String json) {
        return GSON.fromJson(json, TranslationEvent.class);
    }

    private static TranslationEvent readAgain(TranslationEvent event) {
        return read(GSON.toJson(event, TranslationEvent.class));
    }

    @Test
    void everyEventOfRealTranslationsIsReadAsItWasWritten() {
        try (LoadedPair pair = EmbeddedPair.load()) {
            Translator translator = new Translator(pair);
            for (Mode mode : Mode.values()) {
                List<TranslationEvent> events = new ArrayList<>();
                translator.translate("Guten Morgen! Könnten Sie mir bitte sagen, wo der Bahnhof ist?\n\nDanke.",
                        mode.policy(0.3, 1, 4), events::add, () -> false);
                assertThat(events.stream().map(EventJsonTest::readAgain).toList()).usingRecursiveComparison().isEqualTo(events);
            }
        }
    }

    @Test
    void anInfiniteDistanceSurvives() {
        TranslationEvent event = new TranslationEvent.Step(0, new DecodeEvent.Reviewed(0,
                List.of(Float.POSITIVE_INFINITY), List.of(new Candidates(new int[] {1}, new float[] {1})),
                new Timing(0, 1, 1)), "", List.of(), List.of(List.of("a")));
        assertThat(readAgain(event)).usingRecursiveComparison().isEqualTo(event);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '|', value = {"|{}|, type", "|{\"type\":\"Party\"}|, Party", "|{\"type\":{}}|, {}",
        "|{\"type\":\"Step\"}|, event", "|{\"type\":\"Step\",\"event\":[]}|, type",
        "|{\"type\":\"Step\",\"event\":{\"type\":\"Reviewed\",\"distances\":7}}|, distances", "3, type"})
    void whatIsNoEventIsRefused(String json, String why) {
        assertThatThrownBy(() -> read(json)).isInstanceOf(JsonParseException.class).hasMessageContaining(why);
    }
}
