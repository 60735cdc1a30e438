package dev.biglittle.app.marked;

import static org.assertj.core.api.Assertions.assertThat;

import dev.biglittle.app.Events;
import dev.biglittle.decode.Origin;
import dev.biglittle.translate.TokenRun;
import dev.biglittle.translate.Transcript;
import dev.biglittle.translate.TranslationEvent;
import java.util.List;
import org.junit.jupiter.api.Test;

class TokenWordsTest {
    private static List<TokenRun> tokens(List<TranslationEvent> events) {
        Transcript transcript = new Transcript();
        events.forEach(transcript::accept);
        return transcript.tokens();
    }

    private static List<String> facts(TokenRun token) {
        return TokenWords.facts(token).stream().map(fact -> fact.replace('\u00a0', ' ')).toList();
    }

    @Test
    void aFallbackNamesWhatTheSmallModelDoubted() {
        TokenRun a = tokens(Events.house()).get(0);
        assertThat(facts(a)).containsExactly("The large model was 70 % sure (distance 0.36).",
                "The small model thought of “The”, 30 % sure.");
        assertThat(TokenWords.spoken(a).replace('\u00a0', ' ')).startsWith("A: Fallback. The large model was 70 % sure")
                .endsWith("Small model’s choices: The 30 %. Large model’s choices: A 70 %.");
    }

    @Test
    void aRollbackNamesWhatItReplacedAndTheDraftThatWent() {
        assertThat(facts(tokens(Events.house()).get(1))).containsExactly("Took the place of “tall home”.",
                "The large model was 60 % sure (distance 0.51).", "The small model thought of “tall”, 80 % sure.");
    }

    @Test
    void whatWasDoubtedIsSaidOfNoOtherToken() {
        List<TokenRun> tokens = tokens(List.of(Events.sentence(0, ""), Events.fellBack(0, "The", 0.3),
                Events.reviewed(0, "A"), Events.written(0, Origin.FALLBACK, "A"),
                Events.written(1, Origin.LARGE, " big")));
        assertThat(facts(tokens.get(1))).containsExactly("The large model was 70 % sure (distance 0.36).");
    }

    @Test
    void aDoubtIsForgottenWithTheDraftsItStoodOn() {
        List<TokenRun> tokens = tokens(List.of(Events.sentence(0, ""), Events.drafted(0, "The", 0.8),
                Events.fellBack(1, "tall", 0.3), Events.reviewed(0, "A", 4), Events.rolledBack(0, 1, "A", 4),
                Events.written(1, Origin.LARGE, " big")));
        assertThat(tokens).extracting(TokenRun::text).containsExactly("A", " big");
        assertThat(facts(tokens.get(1))).containsExactly("The large model was 70 % sure (distance 0.36).");
    }
}
