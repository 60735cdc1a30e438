package dev.biglittle.app.translate;

import dev.biglittle.app.Later;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;

/**
 * Translates while the user types: as soon as typing pauses, and at once after a paste. A change of mode or thresholds
 * counts as typing. Never in the middle of a character that an input method is still composing.
 */
public final class TypingViewModel {
    private final TranslateViewModel model;
    private final Later later;
    private final BooleanProperty enabled = new SimpleBooleanProperty(true);
    /** Both held, since a listener alone does not keep them alive. */
    private final ObservableValue<Order> wanted;
    private final BooleanBinding outdated;
    private Runnable stopWaiting = () -> { };
    private boolean composing;
    private boolean closed;

    public TypingViewModel(TranslateViewModel model, Later later) {
        this.model = model;
        this.later = later;
        wanted = model.freshness().wanted();
        wanted.addListener((property, was, is) -> typed());
        enabled.addListener((property, was, is) -> typed());
        outdated = model.outdated().and(enabled.not());
        outdated.addListener((property, was, is) -> model.sayOutdated(is));
        model.setOnKeptShown(this::settled);
    }

    private void typed() {
        stopWaiting.run();
        if (isDue()) {
            stopWaiting = later.after(model.typingDelay().nanos(), this::now);
        }
    }

    private void now() {
        stopWaiting.run();
        if (isDue()) {
            model.update();
        }
    }

    private boolean isDue() {
        return enabled.get() && !closed && !composing && !model.freshness().isShown(wanted.getValue());
    }

    /** A whole text came at once: nobody goes on typing it. */
    public void pasted() {
        now();
    }

    /** The text is one whose translation is shown, or is not to be translated unasked. */
    public void settled() {
        stopWaiting.run();
    }

    /** Translates nothing any more. */
    void close() {
        closed = true;
        stopWaiting.run();
    }

    /** @param is whether an input method is composing a character */
    public void setComposing(boolean is) {
        if (is != composing) {
            composing = is;
            typed();
        }
    }

    /** Whether texts are translated unasked. */
    public BooleanProperty enabledProperty() {
        return enabled;
    }
}
