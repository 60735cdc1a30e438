package dev.biglittle.app.marked;

import static org.assertj.core.api.Assertions.assertThat;

import dev.biglittle.app.Events;
import dev.biglittle.decode.Origin;
import dev.biglittle.translate.TranslationEvent;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TranslationTextTest {
    private final TranslationText text = new TranslationText();

    private void play(List<TranslationEvent> events, long now) {
        events.forEach(event -> text.accept(event, now));
        text.publish();
    }

    private String shown() {
        StringBuilder shown = new StringBuilder();
        text.sentences().forEach(s -> s.runs(text.keepGhostsProperty().get())
                .forEach(r -> shown.append(r.ghost() ? "[" + r.text() + "]" : r.text())));
        return shown.toString();
    }

    @Test
    void rolledBackWordsStayForAMoment() {
        play(Events.house(), 1000);
        assertThat(shown()).isEqualTo("A[ tall home] big house");
        text.dropGhosts(1000 + SentenceModel.GHOST_NANOS - 1);
        assertThat(shown()).isEqualTo("A[ tall home] big house");
        text.dropGhosts(1000 + SentenceModel.GHOST_NANOS);
        assertThat(shown()).isEqualTo("A big house");
        assertThat(text.hasGhosts()).isFalse();
    }

    @Test
    void rolledBackWordsMayBeKept() {
        play(Events.house(), 0);
        text.dropGhosts(Long.MAX_VALUE);
        text.keepGhostsProperty().set(true);
        assertThat(shown()).isEqualTo("A[ tall home] big house");
        assertThat(text.text()).isEqualTo("A big house");
    }

    @Test
    void countsAreThoseOfTheStandingTokens() {
        play(Events.house(), 0);
        assertThat(text.countProperty(Origin.SMALL).get()).as("the end of the text is no word").isEqualTo(1);
        assertThat(text.countProperty(Origin.FALLBACK).get()).isEqualTo(1);
        assertThat(text.countProperty(Origin.ROLLBACK).get()).isEqualTo(1);
        assertThat(text.countProperty(Origin.HAND_OVER).get()).isZero();
        assertThat(text.totalProperty().get()).isEqualTo(3);
        assertThat(text.rolledBackProperty().get()).isEqualTo(2);
    }

    @Test
    void countsAddUpOverSentences() {
        List<TranslationEvent> events = new ArrayList<>(Events.house());
        events.add(events.size() - 1, Events.sentence(1, " "));
        events.add(events.size() - 1, Events.drafted(0, "Yes", 0.9));
        play(events, 0);
        assertThat(text.totalProperty().get()).isEqualTo(4);
        assertThat(text.rolledBackProperty().get()).isEqualTo(2);
        assertThat(text.text()).isEqualTo("A big house Yes");
    }

    @Test
    void lineBreaksAreKeptInTheTextAndLeftToTheLayout() {
        play(List.of(Events.sentence(0, ""), Events.drafted(0, "One.", 1), Events.sentence(1, "\r\n\n  "),
                Events.drafted(0, "Two.", 1), Events.finished("\n")), 0);
        assertThat(text.text()).isEqualTo("One.\r\n\n  Two.\n");
        assertThat(shown()).isEqualTo("One.  Two.");
        assertThat(text.sentences().get(1).lineBreaks()).isEqualTo(2);
        assertThat(text.sentences().get(1).startsLine()).isTrue();
    }

    @Test
    void oneFrameIsPublishedOnceAndNamesWhatChanged() {
        List<Integer> changed = new ArrayList<>();
        text.revisionProperty().addListener((p, was, is) -> changed.add(text.changed().size()));
        play(Events.house(), 0);
        assertThat(changed).containsExactly(1);
        text.publish();
        assertThat(changed).as("nothing new").hasSize(1);
        play(List.of(Events.sentence(1, " "), Events.drafted(0, "Yes", 0.9)), 0);
        assertThat(changed).as("the first sentence is left alone").containsExactly(1, 1);
    }

    @Test
    void clearForgetsEverything() {
        play(Events.house(), 0);
        text.clear();
        assertThat(text.text()).isEmpty();
        assertThat(text.totalProperty().get()).isZero();
        assertThat(text.rolledBackProperty().get()).isZero();
        assertThat(text.sentences()).isEmpty();
    }

    @Test
    void aReviewTellsTheDistanceOfADraft() {
        play(Events.house(), 0);
        text.dropGhosts(Long.MAX_VALUE);
        List<TextRun> runs = text.sentences().get(0).runs(false);
        assertThat(TokenWords.facts(runs.get(2).token())).map(f -> f.replace('\u00a0', ' '))
                .containsExactly("The small model was 75 % sure.", "Distance 0.10: the large model gives it 90.5 %.");
        assertThat(TokenWords.spoken(runs.get(1).token())).startsWith("big: Rollback. Took the place of “tall home”.");
    }
}
