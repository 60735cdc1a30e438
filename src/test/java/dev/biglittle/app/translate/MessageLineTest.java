package dev.biglittle.app.translate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.biglittle.decode.Statistics;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.junit.jupiter.api.Test;

class MessageLineTest {
    @Test
    void anExampleIsOfferedWhereThereIsOne() {
        StringProperty language = new SimpleStringProperty("de");
        MessageLine message = new MessageLine(language);
        message.ready("German");
        assertThat(message.textProperty().get()).isEqualTo("Ready. Type or paste a text in German, or choose an example.");
        language.set("fr");
        message.ready("French");
        assertThat(message.textProperty().get()).isEqualTo("Ready. Type or paste a text in French.");
    }

    @Test
    void oneTokenIsOneToken() {
        MessageLine message = new MessageLine(new SimpleStringProperty("de"));
        message.done(1, Statistics.NONE, 1, 0, 0);
        assertThat(message.textProperty().get()).startsWith("Done: 1 token. ");
    }

    @Test
    void sentencesThatWereCutOffAreTold() {
        MessageLine message = new MessageLine(new SimpleStringProperty("de"));
        message.done(9, Statistics.NONE, 3, 1, 2);
        assertThat(message.textProperty().get()).contains("translated before: 1 of 3").contains("cut off").contains(": 2;");
    }
}
