package dev.biglittle.app.share;

import static org.assertj.core.api.Assertions.assertThat;

import dev.biglittle.app.Events;
import dev.biglittle.decode.Mode;
import dev.biglittle.recording.Recording;
import dev.biglittle.translate.TranslationEvent;
import java.util.List;
import org.junit.jupiter.api.Test;

class PageTest {
    private static String page(List<TranslationEvent> events) {
        return new Page(new Recording(new Recording.MadeWith("0.1.0", "tiny", "de", "en", "CPU", 1), "Ein Haus.",
                new Recording.Settings(Mode.BIG_LITTLE, 0.5, 3, 10), events)).html();
    }

    @Test
    void whatIsSaidOfTheWholeIsInTheWindowsWords() {
        assertThat(page(Events.house())).contains("Mode: Both models.",
                "Small steps: 4, large passes: 2, rollbacks: 1.");
    }

    @Test
    void aTokenOfWhiteSpaceStaysInTheTextAndIsCounted() {
        String page = page(List.of(Events.planned(2), Events.sentence(0, ""), Events.drafted(0, "One", 0.9),
                Events.drafted(1, " ", 0.9), Events.drafted(2, "house", 0.9), Events.draftedEnd(3), Events.ended(),
                Events.sentence(1, "\n\n"), Events.drafted(0, " ", 0.9), Events.drafted(1, "Two", 0.9),
                Events.draftedEnd(2), Events.ended(), Events.finished(" ♥\n")));
        assertThat(page).as("copied at the end").contains("Two</span> ♥");
        assertThat(page).contains(">One</span> <span").contains("\n\n <span");
        assertThat(page).as("as the window counts").contains("Small model</span> <b>5</b> <small>100\u00a0%</small>");
    }

    @Test
    void whatWasCopiedIsNobodysAndStandsOnceThoughTheFirstTokenWasRolledBack() {
        String page = page(List.of(Events.planned(2), Events.sentence(0, ""), Events.drafted(0, "One", 0.9),
                Events.draftedEnd(1), Events.ended(), Events.sentence(1, "\n\n• "), Events.drafted(0, "Foo", 0.6),
                Events.reviewed(0, "Bar", 4), Events.rolledBack(0, 1, "Bar", 4), Events.draftedEnd(1), Events.ended(), Events.finished("")));
        assertThat(page).contains("One</span>\n\n• <del>Foo</del><span").contains(">Bar</span>")
                .contains("“Foo”").containsOnlyOnce("•");
    }
}
