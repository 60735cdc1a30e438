package dev.biglittle.app.translate;

import dev.biglittle.app.Messages;
import dev.biglittle.app.Numbers;
import dev.biglittle.app.example.Examples;
import dev.biglittle.decode.Statistics;
import dev.biglittle.translate.TranslationEvent;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableStringValue;

/** One sentence on what is going on, or what to do, so that the window is never silent. */
final class MessageLine {
    private final ObservableStringValue sourceLanguage;
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
    /** What is to be said again once the pair is there; empty for nothing. */
    private String afterLoading = "";
    /** What was said last on what was just done. */
    private String said = "";
    /** What was said when text or settings became others than those of the shown translation. */
    private String beforeOutdated = "";

    /** @param sourceLanguage ISO 639 code of the pair's source language; empty until known */
    MessageLine(ObservableStringValue sourceLanguage) {
        this.sourceLanguage = sourceLanguage;
    }

    /** @param pair its name; empty if not known yet */
    void loading(String pair, boolean translationWaits) {
        if (pair.isEmpty()) {
            tell("message.loadingSome");
        } else {
            tell(translationWaits ? "message.waiting" : "message.loading", pair);
        }
    }

    void ready(String language) {
        afterLoading = "";
        boolean examples = !Examples.in(sourceLanguage.get(), Messages.language()).isEmpty();
        tell(examples ? "message.ready" : "message.readyWithoutExamples", language);
    }

    /** The pair is there, and another translation is shown: what was said of it holds. */
    void readyAgain(String language) {
        String said = afterLoading;
        ready(language);
        if (!said.isEmpty()) {
            text.set(said);
        }
    }

    void nothingToTranslate() {
        tell("message.nothing");
    }

    void translating(Pace pace) {
        tell(pace == Pace.STEP ? "message.step" : "message.translating");
    }

    void happened(TranslationEvent.Step step) {
        StepWords.of(step).ifPresent(text::set);
    }

    /**
     * @param tokens     of the translation, end-of-text left out
     * @param sentences  how many there are
     * @param remembered how many of them had been translated before
     * @param cutOff     how many of them reached the pair's limit
     */
    void done(int tokens, Statistics counted, int sentences, int remembered, int cutOff) {
        String done = Messages.text(tokens == 1 ? "message.doneOne" : "message.done", Numbers.count(tokens), Numbers.count(counted.smallSteps()),
                Numbers.count(counted.largePasses()), Numbers.count(counted.rollbacks()));
        if (remembered > 0) {
            done += " " + Messages.text("message.remembered", Numbers.count(remembered), Numbers.count(sentences));
        }
        text.set(cutOff == 0 ? done : done + " " + Messages.text("message.cutOff", Numbers.count(cutOff)));
    }

    void broughtBack() {
        tell("history.broughtBack");
    }

    void cancelled() {
        tell("message.cancelled");
    }

    void failed() {
        tell("message.failed");
    }

    /** Said once, so that it hides nothing that is said later; taken back when it no longer holds. */
    void outdated(boolean is) {
        String outdated = Messages.text("message.outdated");
        if (is) {
            beforeOutdated = text.get();
            text.set(outdated);
        } else if (text.get().equals(outdated)) {
            text.set(beforeOutdated);
        }
    }

    void copied() {
        tell("message.copied");
    }

    void say(String sentence) {
        afterLoading = sentence;
        said = sentence;
        text.set(sentence);
    }

    /** Whether nothing was told since the last sentence on what was done. */
    boolean stillSays() {
        return !said.isEmpty() && text.get().equals(said);
    }

    private void tell(String key, String... values) {
        text.set(Messages.text(key, values));
    }

    ReadOnlyStringProperty textProperty() {
        return text.getReadOnlyProperty();
    }
}
