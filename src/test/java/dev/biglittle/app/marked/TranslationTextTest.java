package dev.biglittle.app.marked;

import static org.assertj.core.api.Assertions.assertThat;

import dev.biglittle.app.Events;
import dev.biglittle.decode.Origin;
import dev.biglittle.decode.Policy;
import dev.biglittle.text.Segment;
import dev.biglittle.translate.TranslationEvent;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TranslationTextTest {
    private static final Policy POLICY = Policy.smallAlone();

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
    void bulletsAndLinesWithoutWordsAreShownOnce() {
        play(List.of(Events.sentence(0, "• "), Events.drafted(0, "One.", 1), Events.sentence(1, " – "), Events.drafted(0, "Two.", 1),
                Events.sentence(2, "\n\n---\n• "), Events.drafted(0, "Three.", 1), Events.sentence(3, " 🎉\n"),
                Events.drafted(0, "Four.", 1), Events.finished("")), 0);
        assertThat(text.text()).isEqualTo("• One. – Two.\n\n---\n• Three. 🎉\nFour.");
        assertThat(shown()).isEqualTo("• One. – Two.---\n• Three. 🎉\nFour.");
        assertThat(text.sentences()).extracting(SentenceModel::lineBreaks).containsExactly(0, 0, 2, 0);
    }

    @Test
    void whatIsCopiedAtTheEndIsShownThereAndNotWhereTheTextGoesOn() {
        List<Segment> one = List.of(new Segment(0, "", "Eins."));
        play(List.of(new TranslationEvent.Planned(one), Events.sentence(0, ""), Events.drafted(0, "One.", 1), Events.drafted(1, "", 1),
                Events.finished(" 👍\n")), 0);
        assertThat(shown()).isEqualTo("One. 👍");
        assertThat(text.text()).isEqualTo("One. 👍\n");
        text.begin(POLICY);
        text.publish();
        assertThat(shown()).isEqualTo("One.");
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

    /** A text of one-token sentences, as the decoder reports it. */
    private void translate(String... sentences) {
        text.begin(POLICY);
        List<Segment> segments = segments(sentences);
        text.accept(new TranslationEvent.Planned(segments), 0);
        for (int i = 0; i < sentences.length; i++) {
            text.accept(new TranslationEvent.SentenceStarted(i, segments.get(i).start(), segments.get(i).end(),
                    segments.get(i).before(), sentences[i], 0), 0);
            text.accept(Events.drafted(0, sentences[i].toUpperCase(), 0.9), 0);
            text.accept(Events.ended(), 0);
        }
        text.end();
    }

    private static List<Segment> segments(String... sentences) {
        List<Segment> segments = new ArrayList<>();
        int at = 0;
        for (String sentence : sentences) {
            segments.add(new Segment(at, at == 0 ? "" : " ", sentence));
            at += sentence.length() + 1;
        }
        return segments;
    }

    @Test
    void sentencesThatStandStayWhenOneBetweenThemChanges() {
        translate("one", "two", "three");
        List<SentenceModel> before = List.copyOf(text.sentences());
        translate("one", "twenty", "three");
        assertThat(text.text()).isEqualTo("ONE TWENTY THREE");
        assertThat(text.sentences().get(0)).isSameAs(before.get(0));
        assertThat(text.sentences().get(1)).isNotSameAs(before.get(1));
        assertThat(text.sentences().get(2)).isSameAs(before.get(2));
        assertThat(text.sentences().get(2).segment().start()).as("it stands elsewhere in the source").isEqualTo(11);
        assertThat(text.totalProperty().get()).isEqualTo(3);
    }

    @Test
    void countsForgetTheSentencesThatWent() {
        translate("one", "two", "three");
        translate("one");
        assertThat(text.totalProperty().get()).isEqualTo(1);
        translate("zero", "one", "two");
        assertThat(text.totalProperty().get()).isEqualTo(3);
        assertThat(text.text()).isEqualTo("ZERO ONE TWO");
    }

    @Test
    void theOldWordsStayInSightUntilTheNewOnesCome() {
        translate("one", "two");
        text.begin(POLICY);
        text.accept(new TranslationEvent.Planned(segments("one", "twenty")), 0);
        text.publish();
        assertThat(shown()).isEqualTo("ONE TWO");
        assertThat(text.totalProperty().get()).as("but they do not count").isEqualTo(1);
        text.end();
        assertThat(shown()).as("and go if none come").isEqualTo("ONE");
    }

    @Test
    void anotherPolicyOrPairKeepsNothing() {
        translate("one");
        SentenceModel before = text.sentences().get(0);
        text.begin(Policy.largeAlone());
        text.accept(new TranslationEvent.Planned(segments("one")), 0);
        assertThat(text.sentences().get(0)).isNotSameAs(before);
        translate("one");
        before = text.sentences().get(0);
        text.pairChanged();
        translate("one");
        assertThat(text.sentences().get(0)).isNotSameAs(before);
        assertThat(text.text()).isEqualTo("ONE");
    }
}
