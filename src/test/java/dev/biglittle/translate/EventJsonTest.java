package dev.biglittle.translate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.biglittle.decode.Candidates;
import dev.biglittle.decode.DecodeEvent;
import dev.biglittle.decode.Mode;
import dev.biglittle.decode.Timing;
import dev.biglittle.onnx.EmbeddedPair;
import dev.biglittle.pair.LoadedPair;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventJsonTest {
    @Test
    void everyEventOfRealTranslationsIsReadAsItWasWritten() {
        try (LoadedPair pair = EmbeddedPair.load()) {
            Translator translator = new Translator(pair);
            for (Mode mode : Mode.values()) {
                List<TranslationEvent> events = new ArrayList<>();
                translator.translate("Guten Morgen! Könnten Sie mir bitte sagen, wo der Bahnhof ist?\n\nDanke.",
                        mode.policy(0.3, 1, 4), events::add, () -> false);
                List<TranslationEvent> read = events.stream()
                        .map(event -> EventJson.read(JsonParser.parseString(EventJson.write(event).toString()))).toList();
                assertThat(read).usingRecursiveComparison().isEqualTo(events);
            }
        }
    }

    @Test
    void anInfiniteDistanceSurvives() {
        TranslationEvent event = new TranslationEvent.Step(0, new DecodeEvent.Reviewed(0,
                List.of(Float.POSITIVE_INFINITY), List.of(new Candidates(new int[] {1}, new float[] {1})),
                new Timing(0, 1, 1)), "", List.of(), List.of(List.of("a")));
        TranslationEvent read = EventJson.read(JsonParser.parseString(EventJson.write(event).toString()));
        assertThat(read).usingRecursiveComparison().isEqualTo(event);
    }

    @Test
    void whatIsNoEventIsRefused() {
        assertThatThrownBy(() -> EventJson.read(JsonParser.parseString("{\"type\":\"Party\"}")))
                .isInstanceOf(JsonParseException.class).hasMessageContaining("Party");
        assertThatThrownBy(() -> EventJson.read(JsonParser.parseString("{}"))).isInstanceOf(JsonParseException.class);
    }
}
