package dev.biglittle.app.translate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.biglittle.app.Events;
import dev.biglittle.decode.Origin;
import dev.biglittle.translate.TranslationEvent;
import org.junit.jupiter.api.Test;

class StepWordsTest {
    @Test
    void everyStepIsToldInASentence() {
        assertThat(told(Events.drafted(0, " house", 0.82))).isEqualTo("The small model writes “house”; it is 82 % sure.");
        assertThat(told(Events.draftedEnd(0))).isEqualTo("The small model writes “end of text”; it is 90 % sure.");
        assertThat(told(Events.fellBack(0, "home", 0.31)))
                .isEqualTo("The small model thinks of “home” but is only 31 % sure: it asks the large model.");
        assertThat(told(Events.reviewed(0, "x", 0.5f, 3)))
                .isEqualTo("The large model reads 2 drafts in one pass; the greatest distance is 3.00.");
        assertThat(told(Events.rolledBack(0, 2, " big", 3)))
                .isEqualTo("The large model gives a draft only 5 %, takes back 2 tokens, and writes “big”.");
        assertThat(told(Events.written(0, Origin.HAND_OVER, " and")))
                .isEqualTo("It is the large model’s turn: it writes “and”, 70 % sure.");
        assertThat(told(Events.written(0, Origin.FALLBACK, " and")))
                .isEqualTo("The large model writes “and”; it is 70 % sure.");
    }

    @Test
    void aReviewOfNothingIsNotTold() {
        assertThat(StepWords.of(Events.reviewed(0, "x"))).isEmpty();
    }

    private static String told(TranslationEvent.Step step) {
        return StepWords.of(step).orElseThrow().replace('\u00a0', ' ');
    }
}
