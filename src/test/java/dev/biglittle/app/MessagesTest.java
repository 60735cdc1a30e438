package dev.biglittle.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class MessagesTest {
    @Test
    void noTextHasAStraightApostropheWhichWouldSwallowItsValues() throws IOException {
        Properties texts = new Properties();
        try (var reader = new InputStreamReader(Messages.class.getResourceAsStream("messages.properties"),
                StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        assertThat(texts).isNotEmpty().allSatisfy((key, text) -> assertThat((String) text).doesNotContain("'"));
    }

    @Test
    void languagesHaveNames() {
        assertThat(Messages.language("de")).isEqualTo("German");
        assertThat(Messages.language("xx")).isEqualTo("xx");
    }
}
