package dev.biglittle.app.translate;

import dev.biglittle.app.Failure;
import dev.biglittle.app.Messages;
import dev.biglittle.app.engine.PairInfo;
import dev.biglittle.app.engine.TranslationRequest;
import dev.biglittle.app.engine.TranslationWorker;
import dev.biglittle.app.history.PastTranslation;
import dev.biglittle.app.marked.TranslationText;
import dev.biglittle.decode.Statistics;
import dev.biglittle.pair.Preset;
import dev.biglittle.recording.Recording;
import dev.biglittle.text.SentenceSplitter;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * The translation screen's state, and what the user can do there. Every method is called on the window's thread, and
 * none of them waits.
 */
public final class TranslateViewModel {
    private final TranslationWorker worker;
    private final Executor window;
    private final LongSupplier clock;

    private final ThresholdsViewModel thresholds = new ThresholdsViewModel();
    private final StatusViewModel status = new StatusViewModel();
    private final StringProperty source = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.LOADING);
    private final MessageLine message = new MessageLine(status.sourceCodeProperty());
    private final ReadOnlyObjectWrapper<Failure> failure = new ReadOnlyObjectWrapper<>();
    private final Freshness freshness = new Freshness(source, thresholds, state);
    private final ShownTranslation shown;
    private final KeptTranslations kept;
    private final TypingDelay typingDelay = new TypingDelay();
    private final PairLoading pair;
    private final BooleanBinding idle;
    private Consumer<PairInfo> onLoaded = info -> { };
    private Runnable onKeptShown = () -> { };
    /** The thresholds that the user has not touched since; those that were touched stay. */
    private Preset untouched = thresholds.chosen();
    private long startedAt;

    /**
     * @param worker does the work; the caller closes it
     * @param window runs tasks on the window's thread
     * @param clock  nanoseconds, as {@link System#nanoTime()}
     */
    public TranslateViewModel(TranslationWorker worker, Executor window, LongSupplier clock) {
        this.worker = worker;
        this.window = window;
        this.clock = clock;
        pair = new PairLoading(worker, window, status, message);
        // the state alone does not tell: a recording is played without a pair, too
        idle = Bindings.createBooleanBinding(() -> pair.isReady() && state.get() != State.TRANSLATING, pair.readyProperty(), state);
        shown = new ShownTranslation(freshness, status, message, state, clock);
        kept = new KeptTranslations(source, thresholds, freshness, shown);
    }

    /** Loads the pair in the background. */
    public void load() {
        failure.set(null);
        state.set(State.LOADING);
        if (pair.present() != null) {
            untouched = thresholds.chosen();
        }
        pair.start(this::loaded, this::notLoaded);
    }

    /** Loads the pair that is chosen by now; what is still being written is written by that one. */
    public void loadAnew() {
        if (shown.isNew() && !shown.isComplete()) {
            pair.setTranslationWaits(true);
            cancel();
        }
        load();
    }

    /** @param loaded told of each pair that was loaded, after what was known of the speed of the last one was forgotten */
    public void setOnLoaded(Consumer<PairInfo> loaded) {
        onLoaded = loaded;
    }

    private void loaded(PairInfo info) {
        translation().pairChanged();
        typingDelay.forget();
        boolean another = !info.presets().equals(thresholds.presetsProperty().get());
        thresholds.setPresets(info.presets(), info.start(), info.speedUps());
        onLoaded.accept(info);
        // a recording keeps its thresholds
        if (another && !shown.isOpened() && thresholds.chosen().equals(untouched)) {
            thresholds.apply(info.start());
        }
        state.set(shown.isRunning() ? State.PLAYING : State.READY);
        if (shown.isOpened()) {
            message.readyAgain(language());
        } else {
            message.ready(language());
        }
        freshness.pairLoaded(info.name(), shown.isKept());
        if (shown.isKept() && freshness.isShownText()) {
            onKeptShown.run();
        }
        if (pair.translationWaits()) {
            translate();
        }
    }

    /** The name of the language that the pair reads. */
    private String language() {
        return Messages.language(pair.present().sourceLanguage());
    }

    /** @param settled told that a pair was loaded, and that the text is still the one whose kept translation is shown */
    void setOnKeptShown(Runnable settled) {
        onKeptShown = settled;
    }

    /** Translates the source text; while the pair is being loaded, as soon as it is there. */
    public void translate() {
        if (!SentenceSplitter.hasWords(source.get())) {
            message.nothingToTranslate();
            return;
        }
        pair.setTranslationWaits(!pair.isReady());
        if (pair.isReady()) {
            // at full speed only what is new is to be seen; at a slow pace one wants to watch all of it
            start(Provenance.Kind.ASKED_FOR, shown.player().paceProperty().get() == Pace.FULL);
        } else if (pair.hasFailed()) {
            load();
        } else {
            pair.say();
        }
    }

    /** Brings the translation up to date with what was typed, as soon as there is a pair; shows none of no text. */
    void update() {
        boolean nothing = !SentenceSplitter.hasWords(source.get());
        pair.setTranslationWaits(!pair.isReady() && !nothing);
        if (nothing) {
            clear();
        } else if (pair.isReady()) {
            start(Provenance.Kind.WHILE_TYPING, true);
        } else if (pair.hasFailed()) {
            message.failed();
        }
    }

    private void clear() {
        worker.cancel();
        shown.clear(freshness.order());
        if (pair.isReady()) {
            state.set(State.READY);
            message.ready(language());
        } else if (pair.hasFailed()) {
            state.set(State.FAILED);
            message.failed();
        } else {
            state.set(State.LOADING);
            pair.say();
        }
    }

    /** @param knownAtOnce whether sentences that were translated before are shown at once, and stay if they stand */
    private void start(Provenance.Kind kind, boolean knownAtOnce) {
        Order order = freshness.order();
        failure.set(null);
        startedAt = clock.getAsLong();
        status.started(startedAt);
        state.set(State.TRANSLATING);
        message.translating(shown.player().paceProperty().get());
        worker.submit(new TranslationRequest(order.text(), order.policy(),
                shown.begin(order, new Provenance(kind, pair.present(), thresholds.settings().get()), knownAtOnce),
                counted -> ifRunning(order, () -> written(counted)), cause -> ifRunning(order, () -> failed(cause))));
    }

    private void ifRunning(Order order, Runnable then) {
        window.execute(() -> {
            if (shown.isRunning(order)) {
                then.run();
            }
        });
    }

    /** The models are done, the player perhaps not. */
    private void written(Statistics counted) {
        if (shown.isCutShort()) {
            stopped();
            return;
        }
        typingDelay.measured(clock.getAsLong() - startedAt, shown.newSentences());
        shown.complete(counted);
    }

    private void failed(Throwable cause) {
        shown.stop();
        failure.set(Failure.of(cause));
        state.set(State.FAILED);
        message.failed();
    }

    private void notLoaded(Throwable cause) {
        if (shown.isComplete()) {
            // what is played needs no models
            failure.set(Failure.of(cause));
        } else {
            failed(cause);
        }
    }

    /** Stops the models, and what was shown of their translation stays; one that they are done with is shown whole. */
    public void cancel() {
        if (shown.isComplete()) {
            shown.hurry();
        } else if (shown.isRunning()) {
            worker.cancel();
            stopped();
        }
    }

    private void stopped() {
        shown.stop();
        state.set(State.CANCELLED);
        message.cancelled();
    }

    /** After a failure: does again what failed. */
    public void retry() {
        if (pair.isReady()) {
            translate();
        } else {
            load();
        }
    }

    /** Shows a past translation as it was written, and its source. */
    void bringBack(PastTranslation past) {
        makeRoom();
        kept.bringBack(past);
    }

    /** Shows a recorded translation as if it had just been made. */
    public void show(Recording recording) {
        makeRoom();
        kept.show(recording);
    }

    /** What was asked for before is not to take the place of what is shown next. */
    private void makeRoom() {
        worker.cancel();
        pair.setTranslationWaits(false);
        if (!pair.hasFailed()) {
            failure.set(null);
        }
    }

    /** @param sentence on what was just done */
    public void say(String sentence) {
        message.say(sentence);
    }

    /** Whether what is shown is no longer the translation of text and settings, and nobody translates unasked. */
    void sayOutdated(boolean is) {
        message.outdated(is);
    }

    /** The translation went to the clipboard. */
    public void copied() {
        message.copied();
    }

    public ThresholdsViewModel thresholds() {
        return thresholds;
    }

    public StatusViewModel status() {
        return status;
    }

    /** The translation on the screen, and how it is played. */
    public ShownTranslation shown() {
        return shown;
    }

    public TranslationText translation() {
        return shown.text();
    }

    /** Whether the pair is loaded and the models have nothing to do. */
    public BooleanBinding idle() {
        return idle;
    }

    /** The text to translate. */
    public StringProperty sourceProperty() {
        return source;
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** One sentence on what is going on, or what to do. */
    public ReadOnlyStringProperty messageProperty() {
        return message.textProperty();
    }

    /** What went wrong; null if nothing did. */
    public ReadOnlyObjectProperty<Failure> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    /** Whether text, mode or thresholds are no longer those of the shown translation. */
    public BooleanBinding outdated() {
        return freshness.outdated();
    }

    Freshness freshness() {
        return freshness;
    }

    TypingDelay typingDelay() {
        return typingDelay;
    }
}
