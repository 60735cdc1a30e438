package dev.biglittle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import dev.biglittle.app.Events;
import dev.biglittle.decode.Mode;
import dev.biglittle.decode.Origin;
import dev.biglittle.translate.Transcript;
import dev.biglittle.translate.TranslationEvent;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is copied around the sentences stands in every form, each of which is one line. */
class OutputFormatTest {
    private static final String SOURCE = "  • Eins.\n– Zwei. 👍\n";
    private final Transcript transcript = new Transcript();

    @BeforeEach
    void write() {
        List<TranslationEvent> events = List.of(Events.sentence(0, "  • "), Events.drafted(0, "One.", 1), Events.sentence(1, "\n– "),
                Events.drafted(0, "Two.", 1), Events.finished(" 👍\n"));
        events.forEach(transcript::accept);
    }

    @Test
    void textAndMarkedText() {
        assertThat(OutputFormat.TEXT.line(SOURCE, Mode.SMALL, transcript)).isEqualTo("  • One. – Two. 👍");
        assertThat(OutputFormat.ANSI.line(SOURCE, Mode.SMALL, transcript)).isEqualTo("  • One. – Two. 👍");
    }

    @Test
    void whatIsCopiedIsMarkedAsNobodys() {
        Transcript marked = new Transcript();
        List.of(Events.sentence(0, "• "), Events.written(0, Origin.LARGE, "One."), Events.finished("")).forEach(marked::accept);
        assertThat(OutputFormat.ANSI.line("• Eins.", Mode.LARGE, marked)).isEqualTo("• \u001b[38;5;33;21mOne.\u001b[0m");
    }

    @Test
    void json() {
        String line = OutputFormat.JSON.line(SOURCE, Mode.SMALL, transcript);
        assertThat(line).doesNotContain("\n");
        assertThat(JsonParser.parseString(line).getAsJsonObject().get("translation").getAsString())
                .isEqualTo("  • One.\n– Two. 👍");
    }
}
