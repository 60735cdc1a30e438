package dev.biglittle.app.share;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.biglittle.app.Events;
import dev.biglittle.decode.Mode;
import dev.biglittle.problem.Problem;
import dev.biglittle.recording.Recording;
import dev.biglittle.translate.TranslationEvent;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;

class PictureTest extends ApplicationTest {
    @Test
    void aTextThatCannotFitIsRefusedBeforeItIsLaidOut() {
        List<TranslationEvent> events = new ArrayList<>(List.of(Events.planned(10_000)));
        for (int i = 0; i < 10_000; i++) {
            events.addAll(List.of(Events.sentence(i, " "), Events.drafted(0, "house", 0.9), Events.draftedEnd(1),
                    Events.ended()));
        }
        events.add(Events.finished(""));
        Recording recording = new Recording(new Recording.MadeWith("0.1.0", "tiny", "de", "en", "CPU", 1), "Haus ",
                new Recording.Settings(Mode.BIG_LITTLE, 0.5, 3, 10), events);
        // without a look, nothing could be laid out
        assertThatThrownBy(() -> Picture.of(recording, null)).isInstanceOf(Problem.class)
                .hasMessageStartingWith("This text is too long");
    }
}
