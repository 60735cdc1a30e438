package dev.biglittle.app.translate;

import dev.biglittle.app.marked.TranslationText;
import dev.biglittle.app.timeline.TimelineViewModel;
import dev.biglittle.decode.Policy;
import dev.biglittle.translate.TranslationEvent;
import java.util.List;
import java.util.function.Consumer;

/**
 * Shows a stream of events in text, timeline and words, forwards and back. Going back plays the sentence anew up to
 * the step before, so that what is shown is exactly what was shown then.
 */
final class Playback {
    private final EventPlayer player = new EventPlayer();
    private final TranslationText text = new TranslationText();
    private final TimelineViewModel timeline = new TimelineViewModel();
    private final MessageLine message;

    Playback(MessageLine message) {
        this.message = message;
    }

    /**
     * Starts a new stream; takes its events from any thread.
     *
     * @param knownAtOnce whether sentences that were translated before are shown at once, and stay if they stand
     */
    Consumer<TranslationEvent> start(Policy policy, boolean knownAtOnce) {
        if (!knownAtOnce) {
            text.clear();
        }
        text.begin(policy);
        timeline.clear();
        return player.start(knownAtOnce);
    }

    /** Shows what is due. */
    void play(long now) {
        player.play(now, event -> {
            show(event, now);
            if (player.paceProperty().get() != Pace.FULL && !player.isHurried() && event instanceof TranslationEvent.Step step) {
                message.happened(step);
            }
        });
    }

    private void show(TranslationEvent event, long now) {
        text.accept(event, now);
        timeline.accept(event);
    }

    /** Shows the next step. */
    void step() {
        text.dropGhosts(Long.MAX_VALUE);
        player.step();
    }

    /** Shows again what was shown before the last step. */
    void back(long now) {
        if (!player.back()) {
            return;
        }
        List<TranslationEvent> shown = player.played();
        int last = lastStep(shown);
        int start = last;
        while (start > 0 && !(shown.get(start) instanceof TranslationEvent.SentenceStarted)) {
            start--;
        }
        int sentence = start > 0 ? ((TranslationEvent.SentenceStarted) shown.get(start)).index() : 0;
        text.rewind(sentence);
        timeline.rewind(sentence);
        message.translating(Pace.STEP);
        shown.subList(Math.max(0, start), shown.size()).forEach(event -> {
            if (EventPlayer.isStep(event)) {
                text.dropGhosts(Long.MAX_VALUE);
            }
            show(event, now);
        });
        if (last >= 0) {
            message.happened((TranslationEvent.Step) shown.get(last));
        }
        publish();
    }

    private static int lastStep(List<TranslationEvent> shown) {
        int last = shown.size() - 1;
        while (last >= 0 && !EventPlayer.isStep(shown.get(last))) {
            last--;
        }
        return last;
    }

    /** Begins anew. */
    void restart() {
        text.clear();
        timeline.rewind(0);
        player.restart();
    }

    /** How many sentences there are; {@code remembered} counts only those that were not written anew. */
    int sentences(boolean remembered) {
        return (int) player.recorded().stream().filter(event -> event instanceof TranslationEvent.SentenceStarted started
                && (!remembered || started.remembered())).count();
    }

    /** How many sentences ended at the pair's limit. */
    int sentencesCutOff() {
        return (int) player.recorded().stream().filter(event -> event instanceof TranslationEvent.Step step && step.cutsOff()).count();
    }

    /** No more events come. */
    void end() {
        text.end();
        timeline.publish();
    }

    void publish() {
        text.publish();
        timeline.publish();
    }

    EventPlayer player() {
        return player;
    }

    TranslationText text() {
        return text;
    }

    TimelineViewModel timeline() {
        return timeline;
    }
}
