package dev.biglittle.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class MessagesTest {
    @Test
    void noTextHasAStraightApostropheWhichWouldSwallowItsValues() throws IOException {
        assertThat(texts()).isNotEmpty().allSatisfy((key, text) -> assertThat((String) text).doesNotContain("'"));
    }

    @Test
    void everyAltKeyIsTakenOnce() throws IOException {
        List<Character> keys = texts().values().stream().map(String.class::cast).filter(text -> text.contains("_"))
                .map(text -> Character.toLowerCase(text.charAt(text.indexOf('_') + 1))).toList();
        assertThat(keys).hasSizeGreaterThan(10).doesNotHaveDuplicates();
    }

    @Test
    void languagesHaveNames() {
        assertThat(Messages.language("de")).isEqualTo("German");
        assertThat(Messages.language("xx")).isEqualTo("xx");
    }

    private static Properties texts() throws IOException {
        Properties texts = new Properties();
        try (var reader = new InputStreamReader(Messages.class.getResourceAsStream("messages.properties"),
                StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }
}
