package dev.biglittle.app.translate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.biglittle.app.Events;
import dev.biglittle.app.marked.TextRun;
import dev.biglittle.app.timeline.Span;
import dev.biglittle.decode.Origin;
import dev.biglittle.decode.Policy;
import dev.biglittle.translate.TranslationEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.SimpleStringProperty;
import org.junit.jupiter.api.Test;

class PlaybackTest {
    private final MessageLine message = new MessageLine(new SimpleStringProperty("de"));
    private final Playback playback = new Playback(message);

    /** Everything a viewer sees. */
    private record Seen(List<List<TextRun>> runs, List<Integer> counts, int rolledBack, List<Span> spans, String text,
                        String message) {
    }

    private Seen seen() {
        return new Seen(playback.text().sentences().stream().map(s -> s.runs(false)).toList(),
                Stream.of(Origin.values()).map(o -> playback.text().countProperty(o).get()).toList(),
                playback.text().rolledBackProperty().get(), List.copyOf(playback.timeline().timeline().spans()),
                playback.text().text(), message.textProperty().get());
    }

    private void frame() {
        playback.play(0);
        playback.publish();
    }

    /** Three sentences; the second ends with a rollback, so that its ghost is in sight when the third begins. */
    private static List<TranslationEvent> threeSentences() {
        List<TranslationEvent> house = Events.house();
        List<TranslationEvent> all = new ArrayList<>(List.of(Events.planned(3)));
        all.addAll(house.subList(1, house.size() - 1));
        all.add(Events.sentence(1, " "));
        all.add(Events.drafted(0, "Yes", 0.9));
        all.add(Events.drafted(1, " Sir", 0.9));
        all.add(Events.reviewed(0, "Yes", 0.1f, 5));
        all.add(Events.rolledBack(1, 1, " please", 5));
        all.add(Events.sentence(2, "\n"));
        all.add(Events.fellBack(0, "No", 0.2));
        all.add(Events.reviewed(0, "No"));
        all.add(Events.written(0, Origin.FALLBACK, "Go"));
        all.add(Events.finished(""));
        return all;
    }

    private void begin() {
        playback.player().paceProperty().set(Pace.STEP);
        threeSentences().forEach(playback.start(Policy.smallAlone(), false));
        message.translating(Pace.STEP);
        frame();
    }

    @Test
    void aStepBackShowsExactlyWhatWasShownBefore() {
        begin();
        List<Seen> forwards = new ArrayList<>(List.of(seen()));
        while (!playback.player().isDrained()) {
            playback.step();
            frame();
            forwards.add(seen());
        }
        assertThat(forwards).hasSize(16).doesNotHaveDuplicates();
        List<Seen> back = new ArrayList<>(List.of(seen()));
        for (int i = 1; i < forwards.size(); i++) {
            playback.back(0);
            frame();
            back.add(seen());
        }
        Collections.reverse(back);
        assertThat(back).isEqualTo(forwards);
        playback.back(0);
        assertThat(seen()).as("there is nothing before the first step").isEqualTo(forwards.get(0));
    }

    @Test
    void forwardsAfterAStepBackGoesOnAsBefore() {
        begin();
        for (int i = 0; i < 7; i++) {
            playback.step();
            frame();
        }
        Seen seventh = seen();
        playback.back(0);
        playback.back(0);
        playback.step();
        frame();
        playback.step();
        frame();
        assertThat(seen()).isEqualTo(seventh);
    }

    @Test
    void playingAgainEndsWithTheSameText() {
        playback.player().paceProperty().set(Pace.FULL);
        threeSentences().forEach(playback.start(Policy.smallAlone(), false));
        frame();
        Seen first = seen();
        playback.restart();
        assertThat(playback.text().text()).isEmpty();
        frame();
        // the clock has not moved: only what took no time is there
        playback.play(Events.STATISTICS.totalNanos());
        playback.publish();
        assertThat(seen()).isEqualTo(first);
        assertThat(first.text()).isEqualTo("A big house Yes please\nGo");
    }
}
