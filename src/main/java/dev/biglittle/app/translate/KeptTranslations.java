package dev.biglittle.app.translate;

import dev.biglittle.app.history.PastTranslation;
import dev.biglittle.recording.Recording;
import dev.biglittle.translate.TranslationEvent;
import java.util.function.Consumer;
import javafx.beans.property.StringProperty;

/** Puts translations back on the screen that were made before: past ones and recordings. */
final class KeptTranslations {
    private final StringProperty source;
    private final ThresholdsViewModel thresholds;
    private final Freshness freshness;
    private final ShownTranslation shown;

    KeptTranslations(StringProperty source, ThresholdsViewModel thresholds, Freshness freshness,
                     ShownTranslation shown) {
        this.source = source;
        this.thresholds = thresholds;
        this.freshness = freshness;
        this.shown = shown;
    }

    /** Shows a past translation as it was written, and its source; the thresholds stay as they are. */
    void bringBack(PastTranslation past) {
        Consumer<TranslationEvent> events = shown.begin(freshness.order(past.source(), past.policy()), new Provenance(
                Provenance.Kind.BROUGHT_BACK, past.madeWith(), Recording.Settings.of(past.policy())), true);
        source.set(past.source());
        past.events().forEach(event -> events.accept(
                event instanceof TranslationEvent.SentenceStarted sentence ? sentence.asRemembered() : event));
        shown.complete(past.statistics());
    }

    /** Shows a recorded translation as if it had just been made. */
    void show(Recording recording) {
        // before text and thresholds change, so that no one finds them untranslated
        Consumer<TranslationEvent> events = shown.begin(freshness.order(recording.source(), recording.settings().policy()),
                new Provenance(Provenance.Kind.OPENED, recording.madeWith(), recording.settings()), false);
        thresholds.apply(recording.settings());
        source.set(recording.source());
        recording.events().forEach(events);
        shown.complete(recording.statistics());
    }
}
