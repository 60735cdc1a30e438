package dev.biglittle.app.translate;

import static org.assertj.core.api.Assertions.assertThat;

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
}
