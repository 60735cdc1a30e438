package dev.biglittle.app.translate;

import dev.biglittle.app.marked.SentenceModel;
import dev.biglittle.app.marked.TranslationArea;
import java.util.OptionalDouble;
import java.util.function.DoubleConsumer;
import java.util.function.Supplier;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/**
 * Keeps the same sentence at the top of source and translation. The one the user touched last leads, and the other
 * follows.
 */
final class ScrollLink {
    private final SourceArea source;
    private final TranslationArea translation;
    private final SentenceLink sentences;
    private final ObservableBooleanValue enabled;
    private boolean sourceLeads = true;
    private boolean moving;

    ScrollLink(SourceArea source, TranslationArea translation, SentenceLink sentences, ObservableBooleanValue enabled) {
        this.source = source;
        this.translation = translation;
        this.sentences = sentences;
        this.enabled = enabled;
        leads(source, true);
        leads(translation, false);
        source.scrollTopProperty().addListener((property, was, is) -> moveTranslation());
        translation.setOnLaidOut(this::moveTranslation);
        translation.vvalueProperty().addListener((property, was, is) -> moveSource());
    }

    private void leads(Node pane, boolean isSource) {
        pane.addEventFilter(ScrollEvent.SCROLL, event -> sourceLeads = isSource);
        pane.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> sourceLeads = isSource);
        pane.addEventFilter(KeyEvent.KEY_PRESSED, event -> sourceLeads = isSource);
    }

    private void moveTranslation() {
        if (sourceLeads) {
            move(source.scrollRange(), source.getScrollTop(), () -> {
                SentenceModel sentence = sentences.at(source.indexAtTop());
                return sentence == null ? OptionalDouble.empty()
                        : between(source.getScrollTop(), sourceTop(sentence), sourceBottom(sentence),
                                translation.top(sentence), translationBottom(sentence));
            }, translation.scrollRange(), translation::scrollTo);
        }
    }

    private void moveSource() {
        if (!sourceLeads) {
            move(translation.scrollRange(), translation.scrollTop(), () -> {
                SentenceModel sentence = translation.sentenceAt(translation.scrollTop());
                return sentence == null ? OptionalDouble.empty()
                        : between(translation.scrollTop(), translation.top(sentence), translationBottom(sentence),
                                sourceTop(sentence), sourceBottom(sentence));
            }, source.scrollRange(), source::setScrollTop);
        }
    }

    /** @param aim where the other one should be, for a leader in the middle of its text */
    private void move(double range, double top, Supplier<OptionalDouble> aim, double otherRange,
                      DoubleConsumer other) {
        if (!enabled.get() || moving || range <= 1 || otherRange <= 0) {
            return;
        }
        moving = true;
        try {
            if (top <= 1) {
                other.accept(0);
            } else if (top >= range - 1) {
                other.accept(otherRange);
            } else {
                aim.get().ifPresent(place -> other.accept(Math.max(0, Math.min(otherRange, place))));
            }
        } finally {
            moving = false;
        }
    }

    /** As far between {@code to0} and {@code to1} as {@code place} is between {@code from0} and {@code from1}. */
    private static OptionalDouble between(double place, OptionalDouble from0, OptionalDouble from1, OptionalDouble to0,
                                          OptionalDouble to1) {
        if (from0.isEmpty() || from1.isEmpty() || to0.isEmpty() || to1.isEmpty()) {
            return OptionalDouble.empty();
        }
        double length = from1.getAsDouble() - from0.getAsDouble();
        double share = length <= 0 ? 0 : Math.max(0, Math.min(1, (place - from0.getAsDouble()) / length));
        return OptionalDouble.of(to0.getAsDouble() + share * (to1.getAsDouble() - to0.getAsDouble()));
    }

    private OptionalDouble sourceTop(SentenceModel sentence) {
        return source.top(sentences.start(sentence));
    }

    private OptionalDouble sourceBottom(SentenceModel sentence) {
        SentenceModel next = sentences.next(sentence);
        return next == null ? OptionalDouble.of(source.textHeight()) : sourceTop(next);
    }

    private OptionalDouble translationBottom(SentenceModel sentence) {
        SentenceModel next = sentences.next(sentence);
        return next == null ? OptionalDouble.of(translation.textHeight()) : translation.top(next);
    }
}
