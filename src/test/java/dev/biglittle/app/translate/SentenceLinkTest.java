package dev.biglittle.app.translate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.biglittle.app.Events;
import dev.biglittle.app.marked.SentenceModel;
import dev.biglittle.app.marked.TranslationText;
import dev.biglittle.decode.Policy;
import dev.biglittle.text.Segment;
import dev.biglittle.translate.TranslationEvent;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.junit.jupiter.api.Test;

class SentenceLinkTest {
    private static final String TEXT = "Eins. Zwei. Drei.";

    private final TranslationText translation = new TranslationText();
    private final StringProperty source = new SimpleStringProperty(TEXT);
    private Order shown = new Order(TEXT, Policy.smallAlone(), "");
    private final SentenceLink link = new SentenceLink(translation, source, () -> shown);

    private void translate() {
        translation.begin(Policy.smallAlone());
        translation.accept(new TranslationEvent.Planned(List.of(new Segment(0, "", "Eins."),
                new Segment(6, " ", "Zwei."), new Segment(12, " ", "Drei."))), 0);
        for (int i = 0; i < 3; i++) {
            translation.accept(new TranslationEvent.SentenceStarted(i, 6 * i, 6 * i + 5, i == 0 ? "" : " ", "x", 0), 0);
            translation.accept(Events.drafted(0, "One.", 0.9), 0);
            translation.accept(Events.ended(), 0);
        }
        translation.publish();
    }

    private int linked() {
        SentenceModel sentence = link.linkedProperty().get();
        return sentence == null ? -1 : sentence.index();
    }

    private String inSource(int sentence) {
        SentenceModel model = translation.sentences().get(sentence);
        return source.get().substring(link.start(model), link.end(model));
    }

    @Test
    void theCursorsSentenceIsLinkedUnlessTheMouseIsAtAnother() {
        assertThat(linked()).as("no translation").isEqualTo(-1);
        link.setCursor(8);
        translate();
        assertThat(linked()).isEqualTo(1);
        link.setCursor(TEXT.length());
        assertThat(linked()).isEqualTo(2);
        link.point(translation.sentences().get(0));
        assertThat(linked()).isZero();
        link.point(null);
        assertThat(linked()).isEqualTo(2);
        link.setCursor(-1);
        assertThat(linked()).as("the cursor is elsewhere").isEqualTo(-1);
    }

    @Test
    void placesFollowAnEditThatIsNotTranslatedYet() {
        translate();
        source.set("Eins. Zwei oder zwanzig. Drei.");
        assertThat(inSource(0)).isEqualTo("Eins.");
        assertThat(inSource(1)).isEqualTo("Zwei oder zwanzig.");
        assertThat(inSource(2)).isEqualTo("Drei.");
        assertThat(link.at(20).index()).isEqualTo(1);
        assertThat(link.at(27).index()).isEqualTo(2);
        source.set("Eins. Drei.");
        assertThat(inSource(0)).isEqualTo("Eins.");
        assertThat(inSource(2)).isEqualTo("Drei.");
        source.set("");
        assertThat(inSource(1)).isEmpty();
        source.set("Null. " + TEXT);
        assertThat(inSource(1)).isEqualTo("Zwei.");
    }

    @Test
    void aSentenceThatIsGoneIsNotLinked() {
        translate();
        link.point(translation.sentences().get(2));
        translation.clear();
        assertThat(linked()).isEqualTo(-1);
    }

    @Test
    void oneSentenceAloneIsNothingToTellApart() {
        translate();
        link.setCursor(1);
        translation.begin(Policy.largeAlone());
        translation.accept(new TranslationEvent.Planned(List.of(new Segment(0, "", "Eins."))), 0);
        translation.publish();
        assertThat(linked()).isEqualTo(-1);
    }
}
