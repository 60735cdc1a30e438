package dev.biglittle.app.history;

import dev.biglittle.decode.Policy;
import dev.biglittle.decode.Statistics;
import dev.biglittle.recording.Recording;
import dev.biglittle.translate.TranslationEvent;
import java.util.List;

/**
 * A past translation with everything that is needed to show it as it was.
 *
 * @param madeWith what translated
 * @param events   everything the models reported, in order; the last is {@link TranslationEvent.Finished}
 */
public record PastTranslation(Recording.MadeWith madeWith, String source, String translation, Policy policy,
                              List<TranslationEvent> events) {
    /** Counts and times of the whole text. */
    public Statistics statistics() {
        return ((TranslationEvent.Finished) events.get(events.size() - 1)).statistics();
    }
}
