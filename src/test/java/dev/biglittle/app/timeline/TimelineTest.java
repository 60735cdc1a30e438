package dev.biglittle.app.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.biglittle.app.Events;
import dev.biglittle.app.marked.TokenAt;
import dev.biglittle.app.timeline.Span.Kind;
import dev.biglittle.translate.TranslationEvent;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimelineTest {
    private final Timeline timeline = new Timeline();

    private void play(List<TranslationEvent> events) {
        events.forEach(timeline::accept);
    }

    @Test
    void everyModelCallIsASpanThatSaysWhatItCameTo() {
        play(Events.house());
        assertThat(timeline.spans()).extracting(Span::kind).containsExactly(Kind.DOUBT, Kind.FALLBACK, Kind.DRAFT,
                Kind.DRAFT, Kind.ROLLBACK, Kind.DRAFT, Kind.DRAFT, Kind.REVIEW);
        assertThat(timeline.spans()).extracting(Span::gone).containsExactly(false, false, true, true, false, false,
                false, false);
    }

    @Test
    void spansAreLinkedWithTheTokensTheyConcern() {
        play(Events.house());
        // "big" took the place of "tall home": both drafts and the rollback belong to it
        assertThat(timeline.of(new TokenAt(0, 1))).containsExactly(2, 3, 4);
        assertThat(timeline.spans().get(3).tokens()).containsExactly(new TokenAt(0, 1));
        assertThat(timeline.of(new TokenAt(0, 0))).containsExactly(0, 1);
        // "house": its draft and its review
        assertThat(timeline.of(new TokenAt(0, 2))).containsExactly(5, 7);
        assertThat(timeline.spans().get(7).tokens()).containsExactly(new TokenAt(0, 2), new TokenAt(0, 3));
        assertThat(timeline.of(new TokenAt(7, 0))).isEmpty();
    }

    @Test
    void linksStayWithinTheirSentence() {
        play(Events.house().subList(0, Events.house().size() - 1));
        play(List.of(Events.sentence(1, " "), Events.drafted(0, "Yes", 0.9)));
        assertThat(timeline.of(new TokenAt(1, 0))).containsExactly(8);
        assertThat(timeline.of(new TokenAt(0, 0))).containsExactly(0, 1);
        timeline.rewind(1);
        assertThat(timeline.spans()).hasSize(8);
        timeline.rewind(0);
        assertThat(timeline.spans()).isEmpty();
    }

    @Test
    void timesOfASentenceCountFromItsStart() {
        play(List.of(Events.sentence(0, "", 100), Events.draftedAt(0, "One", 10, 5), Events.draftedAt(1, ".", 20, 5),
                Events.sentence(1, " ", 200), Events.draftedAt(0, "Two", 10, 5)));
        assertThat(timeline.spans()).extracting(Span::start).containsExactly(110L, 120L, 210L);
        assertThat(timeline.end()).isEqualTo(215);
        assertThat(timeline.firstEndingAfter(0)).isZero();
        assertThat(timeline.firstEndingAfter(115)).isEqualTo(1);
        assertThat(timeline.firstEndingAfter(124)).isEqualTo(1);
        assertThat(timeline.firstEndingAfter(215)).isEqualTo(3);
    }
}
