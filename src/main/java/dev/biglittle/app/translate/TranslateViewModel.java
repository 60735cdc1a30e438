package dev.biglittle.app.translate;

import dev.biglittle.app.Failure;
import dev.biglittle.app.engine.PairInfo;
import dev.biglittle.app.engine.TranslationRequest;
import dev.biglittle.app.engine.TranslationWorker;
import dev.biglittle.app.example.Example;
import dev.biglittle.app.history.PastTranslation;
import dev.biglittle.app.marked.TranslationText;
import dev.biglittle.app.timeline.TimelineViewModel;
import dev.biglittle.decode.Statistics;
import dev.biglittle.recording.Recording;
import dev.biglittle.translate.TranslationEvent;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The translation screen's state. Every method is called on the window's thread, and none of them waits. */
public final class TranslateViewModel {
    private final TranslationWorker worker;
    private final Executor window;
    private final LongSupplier clock;

    private final ThresholdsViewModel thresholds = new ThresholdsViewModel();
    private final StatusViewModel status = new StatusViewModel();

    private final StringProperty source = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.LOADING);
    private final MessageLine message = new MessageLine();
    private final Playback playback = new Playback(message);
    private final ReadOnlyObjectWrapper<Failure> failure = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper animated = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper replayable = new ReadOnlyBooleanWrapper();
    private final Freshness freshness = new Freshness(source, thresholds, state);

    private final BooleanBinding idle = Bindings.createBooleanBinding(
            () -> state.get() != State.LOADING && state.get() != State.FAILED && state.get() != State.TRANSLATING, state);
    private final TypingDelay typingDelay = new TypingDelay();

    /** What is being translated or played; null if nothing is. */
    private Order running;
    /** The counts of what is running; null until the models are done. */
    private Statistics statistics;
    private long startedAt;
    /** Whether nobody has been told yet of what is running. */
    private boolean isNew;
    private boolean unasked;
    private boolean broughtBack;
    private BiConsumer<PastTranslation, Boolean> onDone = (done, wasUnasked) -> { };
    /** What the shown translation was made with and under, as a recording keeps it; null if none is shown. */
    private Recording.MadeWith madeWith;
    private Recording.Settings madeUnder;
    private boolean opened;
    /** What translates now; null until a pair is loaded. */
    private Recording.MadeWith present;
    private boolean ready;
    private boolean translateOnceReady;

    /**
     * @param worker does the work; the caller closes it
     * @param window runs tasks on the window's thread
     * @param clock  nanoseconds, as {@link System#nanoTime()}
     */
    public TranslateViewModel(TranslationWorker worker, Executor window, LongSupplier clock) {
        this.worker = worker;
        this.window = window;
        this.clock = clock;
        player().paceProperty().addListener((property, was, is) -> {
            if (running != null) {
                message.translating(is);
            }
        });
    }

    /** Loads the pair in the background. */
    public void load() {
        ready = false;
        failure.set(null);
        state.set(State.LOADING);
        loading(status.pairProperty().get());
        worker.load(name -> window.execute(() -> loading(name)), pair -> window.execute(() -> loaded(pair)),
                cause -> window.execute(() -> failed(cause)));
    }

    private void loading(String name) {
        status.named(name);
        message.loading(name, translateOnceReady);
    }

    private void loaded(PairInfo pair) {
        ready = true;
        translation().pairChanged();
        typingDelay.forget();
        status.loaded(pair);
        present = pair.madeWith();
        boolean another = !pair.presets().equals(thresholds.presetsProperty().get());
        thresholds.setPresets(pair.presets(), pair.start(), pair.speedUps());
        if (opened) {
            // a recording keeps its thresholds
            state.set(running != null ? State.PLAYING : State.READY);
            return;
        }
        if (another) {
            thresholds.apply(pair.start());
        }
        state.set(State.READY);
        message.ready(status.sourceLanguageProperty().get());
        if (translateOnceReady) {
            translate();
        }
    }

    /** Translates the source text; while the pair is being loaded, as soon as it is there. */
    public void translate() {
        if (source.get().isBlank()) {
            message.nothingToTranslate();
            return;
        }
        translateOnceReady = !ready;
        if (state.get() == State.FAILED && !ready) {
            load();
        } else if (ready) {
            // at full speed only what is new is to be seen; at a slow pace one wants to watch all of it
            start(freshness.order(), player().paceProperty().get() == Pace.FULL);
            unasked = false;
        } else {
            loading(status.pairProperty().get());
        }
    }

    /** Brings the translation up to date with what was typed, if there is a pair; says nothing if there is no text. */
    void update() {
        if (!ready) {
            translateOnceReady = state.get() == State.LOADING && !source.get().isBlank();
        } else if (!source.get().isBlank()) {
            start(freshness.order(), true);
            unasked = true;
        } else {
            forget();
        }
    }

    /** Shows no translation. */
    private void forget() {
        worker.cancel();
        running = null;
        freshness.show(null);
        replayable.set(false);
        playback.start(thresholds.policy(), false);
        state.set(State.READY);
        message.ready(status.sourceLanguageProperty().get());
    }

    /** @param knownAtOnce whether sentences that were translated before are shown at once, and stay if they stand */
    private void start(Order order, boolean knownAtOnce) {
        running = order;
        isNew = true;
        broughtBack = false;
        freshness.show(order);
        opened = false;
        madeWith = present;
        madeUnder = thresholds.settings().get();
        statistics = null;
        replayable.set(false);
        failure.set(null);
        startedAt = clock.getAsLong();
        status.started(startedAt);
        state.set(State.TRANSLATING);
        message.translating(player().paceProperty().get());
        animated.set(true);
        worker.submit(new TranslationRequest(order.text(), order.policy(), playback.start(order.policy(), knownAtOnce),
                counted -> ifRunning(order, () -> written(counted)), cause -> ifRunning(order, () -> failed(cause))));
    }

    private void ifRunning(Order order, Runnable then) {
        window.execute(() -> {
            if (order == running) {
                then.run();
            }
        });
    }

    /** The models are done, the player perhaps not. */
    private void written(Statistics counted) {
        statistics = counted;
        replayable.set(true);
        typingDelay.measured(clock.getAsLong() - startedAt, playback.sentences(false) - playback.sentences(true));
        status.finished(counted);
        playback.timeline().setTotal(counted.totalNanos());
        state.set(State.PLAYING);
    }

    private void failed(Throwable cause) {
        running = null;
        playback.end();
        failure.set(Failure.of(cause));
        state.set(State.FAILED);
        message.failed();
    }

    /** Shows a past translation as it was written, and its source. */
    void bringBack(PastTranslation past) {
        worker.cancel();
        Order order = new Order(past.source(), past.policy());
        running = order;
        isNew = false;
        broughtBack = true;
        opened = false;
        madeWith = new Recording.MadeWith("", past.pair(), status.sourceCodeProperty().get(), status.targetCode(),
                status.providerProperty().get(), 0);
        madeUnder = Recording.Settings.of(past.policy());
        failure.set(null);
        freshness.show(order);
        source.set(past.source());
        // no policy: what another pair may have written must not stay as if this one had
        Consumer<TranslationEvent> events = playback.start(null, true);
        past.events().forEach(event -> {
            events.accept(event instanceof TranslationEvent.SentenceStarted sentence ? sentence.asRemembered() : event);
            if (event instanceof TranslationEvent.Finished finished) {
                statistics = finished.statistics();
            }
        });
        status.finished(statistics);
        playback.timeline().setTotal(statistics.totalNanos());
        replayable.set(true);
        state.set(State.PLAYING);
        animated.set(true);
    }

    /** Stops the translation; what was shown of it stays. */
    public void cancel() {
        if (running != null) {
            running = null;
            worker.cancel();
            playback.end();
            state.set(State.CANCELLED);
            message.cancelled();
        }
    }

    /** After a failure: does again what failed. */
    public void retry() {
        if (!ready) {
            load();
        } else {
            translate();
        }
    }

    /** Shows the next step, when the pace is {@link Pace#STEP}. */
    public void step() {
        if (running != null && player().paceProperty().get() == Pace.STEP) {
            playback.step();
        }
    }

    /** Shows what was shown before the last step, and from there goes on step by step. */
    public void stepBack() {
        if (running != null || replayable.get()) {
            player().paceProperty().set(Pace.STEP);
            playAgain();
            playback.back(clock.getAsLong());
        }
    }

    /** The shown translation with all its steps; to be asked only while {@link #replayableProperty()} holds. */
    public Recording recording() {
        return new Recording(madeWith, freshness.shown().text(), madeUnder, player().recorded());
    }

    /** Shows a recorded translation as if it had just been made. */
    public void show(Recording recording) {
        worker.cancel();
        Order order = new Order(recording.source(), recording.settings().policy());
        running = order;
        opened = true;
        isNew = false;
        broughtBack = false;
        failure.set(null);
        madeWith = recording.madeWith();
        madeUnder = recording.settings();
        // before text and thresholds change, so that no one finds them untranslated
        freshness.show(order);
        thresholds.apply(recording.settings());
        source.set(recording.source());
        recording.events().forEach(playback.start(order.policy(), false));
        statistics = recording.statistics();
        replayable.set(true);
        status.finished(statistics);
        playback.timeline().setTotal(statistics.totalNanos());
        state.set(State.PLAYING);
        animated.set(true);
    }

    /** Puts an example on the screen and translates it. */
    void show(Example example) {
        thresholds.apply(example.settings());
        source.set(example.text());
        translate();
    }

    /** Plays the steps of the shown translation from their start, at the chosen pace. */
    public void replay() {
        if (replayable.get()) {
            playAgain();
            playback.restart();
            message.translating(player().paceProperty().get());
        }
    }

    private void playAgain() {
        if (running == null) {
            running = freshness.shown();
            state.set(State.PLAYING);
            animated.set(true);
        }
    }

    /** @param sentence on what was just done */
    public void say(String sentence) {
        message.say(sentence);
    }

    /** The translation went to the clipboard. */
    public void copied() {
        message.copied();
    }

    /**
     * Shows what is due. To be called before every frame while {@link #animatedProperty()} holds.
     *
     * @param now nanoseconds, as {@link System#nanoTime()}
     */
    public void frame(long now) {
        if (running != null) {
            playback.play(now);
            if (statistics == null) {
                status.running(now);
            } else if (player().isDrained()) {
                playback.end();
                running = null;
                state.set(State.READY);
                tellDone();
            }
        }
        if (running == null || player().paceProperty().get() != Pace.STEP) {
            translation().dropGhosts(now);
        }
        playback.publish();
        animated.set(running != null || translation().hasGhosts());
    }

    private void tellDone() {
        if (opened) {
            // whoever opened it has said so
            return;
        }
        message.done(translation().totalProperty().get(), statistics, playback.sentences(false),
                playback.sentences(true));
        if (broughtBack) {
            message.broughtBack();
        } else if (isNew) {
            isNew = false;
            Order order = freshness.shown();
            onDone.accept(new PastTranslation(status.pairProperty().get(), order.text(), translation().text(),
                    order.policy(), List.copyOf(player().recorded())), unasked);
        }
    }

    /** @param done told of each finished translation, and whether it was made unasked, while the text was typed */
    void setOnDone(BiConsumer<PastTranslation, Boolean> done) {
        onDone = done;
    }

    public ThresholdsViewModel thresholds() {
        return thresholds;
    }

    public StatusViewModel status() {
        return status;
    }

    public TranslationText translation() {
        return playback.text();
    }

    public TimelineViewModel timeline() {
        return playback.timeline();
    }

    public EventPlayer player() {
        return playback.player();
    }

    /** Whether the models are done with what is shown, so that it can be played again. */
    public ReadOnlyBooleanProperty replayableProperty() {
        return replayable.getReadOnlyProperty();
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

    /** Whether {@link #frame} has something to do. */
    public ReadOnlyBooleanProperty animatedProperty() {
        return animated.getReadOnlyProperty();
    }
}
