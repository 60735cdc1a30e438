package dev.biglittle.app.translate;

import dev.biglittle.app.Messages;
import dev.biglittle.app.Numbers;
import dev.biglittle.app.engine.PairInfo;
import dev.biglittle.decode.Statistics;
import dev.biglittle.recording.Recording;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** What runs here, and how fast: the status line, and the names of the languages. */
public final class StatusViewModel {
    private final ReadOnlyStringWrapper pair = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper sourceLanguage = new ReadOnlyStringWrapper(Messages.text("source.title"));
    private final ReadOnlyStringWrapper targetLanguage = new ReadOnlyStringWrapper(Messages.text("target.title"));
    private final ReadOnlyStringWrapper provider = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper whyNotCuda = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper threads = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper time = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper speed = new ReadOnlyStringWrapper("");

    private final ReadOnlyStringWrapper sourceCode = new ReadOnlyStringWrapper("");
    private String targetCode = "";
    private Recording.MadeWith shown;
    private long startedAt;

    void named(String name) {
        pair.set(name);
    }

    void loaded(PairInfo info) {
        pair.set(info.name());
        targetCode = info.targetLanguage();
        sourceCode.set(info.sourceLanguage());
        name();
        provider.set(info.provider());
        whyNotCuda.set(info.whyNotCuda().in(Messages.language()));
        threads.set(info.threads() == 1 ? Messages.text("status.thread")
                : Messages.text("status.threads", Numbers.count(info.threads())));
    }

    /** The pair of that name could not be loaded, and the one before is closed. */
    void unloaded() {
        targetCode = "";
        sourceCode.set("");
        provider.set("");
        whyNotCuda.set("");
        threads.set("");
        name();
    }

    /** What is shown was made with that, whatever pair is there; null if that pair writes it, or nothing is shown. */
    void shows(Recording.MadeWith kept) {
        shown = kept;
        name();
    }

    private void name() {
        sourceLanguage.set(Messages.title("source.title", shown == null ? sourceCode.get() : shown.sourceLanguage()));
        targetLanguage.set(Messages.title("target.title", shown == null ? targetCode : shown.targetLanguage()));
    }

    /**
     * A translation has begun; nothing is known of its speed.
     *
     * @param now nanoseconds, as {@link System#nanoTime()}
     */
    void started(long now) {
        startedAt = now;
        running(now);
        speed.set("");
    }

    /** The models are still at work. */
    void running(long now) {
        time.set(Numbers.duration(now - startedAt));
    }

    /** The models are done. */
    void finished(Statistics statistics) {
        time.set(Numbers.duration(statistics.totalNanos()));
        speed.set(statistics.targetTokens() == 0 ? ""
                : Messages.text("status.speed", Numbers.count((int) Math.round(
                        statistics.targetTokens() / (statistics.totalNanos() / 1e9)))));
    }

    public ReadOnlyStringProperty pairProperty() {
        return pair.getReadOnlyProperty();
    }

    /** ISO 639 code of the source language; empty until known. */
    public ReadOnlyStringProperty sourceCodeProperty() {
        return sourceCode.getReadOnlyProperty();
    }

    /** What stands above the source: the language of what is shown, or of what the pair reads. */
    public ReadOnlyStringProperty sourceLanguageProperty() {
        return sourceLanguage.getReadOnlyProperty();
    }

    /** What stands above the translation. */
    public ReadOnlyStringProperty targetLanguageProperty() {
        return targetLanguage.getReadOnlyProperty();
    }

    /** ISO 639 code of the translation's language; empty until known. */
    public String targetCode() {
        return targetCode;
    }

    /** What the models run on, such as "CPU"; empty until known. */
    public ReadOnlyStringProperty providerProperty() {
        return provider.getReadOnlyProperty();
    }

    /** Why it is not CUDA, in a sentence; empty if it is or need not be. */
    public ReadOnlyStringProperty whyNotCudaProperty() {
        return whyNotCuda.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty threadsProperty() {
        return threads.getReadOnlyProperty();
    }

    /** How long the models have worked on the present text. */
    public ReadOnlyStringProperty timeProperty() {
        return time.getReadOnlyProperty();
    }

    /** Tokens per second of the finished translation, whatever the pace it was shown at. */
    public ReadOnlyStringProperty speedProperty() {
        return speed.getReadOnlyProperty();
    }
}
