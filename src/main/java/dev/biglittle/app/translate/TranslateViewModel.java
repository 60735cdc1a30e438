package dev.biglittle.app.translate;

import dev.biglittle.app.Messages;
import dev.biglittle.app.engine.PairInfo;
import dev.biglittle.app.engine.TranslationRequest;
import dev.biglittle.app.engine.TranslationWorker;
import dev.biglittle.decode.Policy;
import dev.biglittle.decode.Statistics;
import dev.biglittle.translate.TranslationEvent;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The translation screen's state. Every method is called on the window's thread, and none of them waits. */
public final class TranslateViewModel {
    /** What the shown translation was made from. */
    private record Order(String text, Policy policy) {
    }

    private final TranslationWorker worker;
    private final Executor window;
    private final LongSupplier clock;

    private final ThresholdsViewModel thresholds = new ThresholdsViewModel();
    private final StatusViewModel status = new StatusViewModel();
    private final TranslationText translation = new TranslationText();
    private final EventPlayer player = new EventPlayer();

    private final StringProperty source = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.LOADING);
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Failure> failure = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Order> shown = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper animated = new ReadOnlyBooleanWrapper();
    private final BooleanBinding outdated;

    private Order running;
    private Statistics statistics = Statistics.NONE;
    private boolean ready;
    private boolean translateOnceReady;
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
        outdated = Bindings.createBooleanBinding(this::isOutdated, state, shown, source,
                thresholds.modeProperty(), thresholds.fallbackProperty(), thresholds.rollbackPositionProperty(),
                thresholds.maxRunProperty());
        player.paceProperty().addListener((property, was, is) -> tellPace());
    }

    /** Loads the pair in the background. */
    public void load() {
        ready = false;
        failure.set(null);
        state.set(State.LOADING);
        message.set(Messages.text("message.loadingSome"));
        worker.load(name -> window.execute(() -> loading(name)), pair -> window.execute(() -> loaded(pair)),
                cause -> window.execute(() -> failed(cause)));
    }

    private void loading(String name) {
        status.named(name);
        message.set(Messages.text("message.loading", name));
    }

    private void loaded(PairInfo pair) {
        ready = true;
        status.loaded(pair);
        thresholds.setPresets(pair.presets());
        thresholds.apply(pair.start());
        state.set(State.READY);
        message.set(Messages.text("message.ready", status.sourceLanguageProperty().get()));
        if (translateOnceReady) {
            translate();
        }
    }

    /** Translates the source text; while the pair is being loaded, as soon as it is there. */
    public void translate() {
        if (source.get().isBlank()) {
            message.set(Messages.text("message.nothing"));
            return;
        }
        translateOnceReady = !ready;
        if (!ready) {
            if (state.get() == State.LOADING) {
                message.set(Messages.text("message.waiting", status.pairProperty().get()));
            }
            return;
        }
        Order order = new Order(source.get(), thresholds.policy());
        running = order;
        shown.set(order);
        statistics = null;
        failure.set(null);
        translation.clear();
        status.started();
        startedAt = clock.getAsLong();
        state.set(State.TRANSLATING);
        message.set(Messages.text("message.translating"));
        tellPace();
        animated.set(true);
        worker.submit(new TranslationRequest(order.text(), order.policy(), player.start(),
                counted -> window.execute(() -> written(order, counted)),
                cause -> window.execute(() -> failed(order, cause))));
    }

    /** The models are done, the player perhaps not. */
    private void written(Order order, Statistics counted) {
        if (order == running) {
            statistics = counted;
            status.finished(counted);
            state.set(State.PLAYING);
        }
    }

    private void failed(Order order, Throwable cause) {
        if (order == running) {
            failed(cause);
        }
    }

    private void failed(Throwable cause) {
        running = null;
        failure.set(Failure.of(cause));
        state.set(State.FAILED);
        message.set(Messages.text("message.failed"));
    }

    /** Stops the translation; what was shown of it stays. */
    public void cancel() {
        if (translateOnceReady) {
            translateOnceReady = false;
            message.set(Messages.text("message.loading", status.pairProperty().get()));
        }
        if (running != null) {
            running = null;
            worker.cancel();
            state.set(State.CANCELLED);
            message.set(Messages.text("message.cancelled"));
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
        if (running != null && player.paceProperty().get() == Pace.STEP) {
            translation.dropGhosts(Long.MAX_VALUE);
            player.step();
        }
    }

    /** The translation went to the clipboard. */
    public void copied() {
        message.set(Messages.text("message.copied"));
    }

    /**
     * Shows what is due. To be called before every frame while {@link #animatedProperty()} holds.
     *
     * @param now nanoseconds, as {@link System#nanoTime()}
     */
    public void frame(long now) {
        if (running != null) {
            player.play(now, event -> show(event, now));
            if (statistics == null) {
                status.running(now - startedAt);
            } else if (player.isDrained()) {
                running = null;
                state.set(State.READY);
                message.set(summary(statistics));
            }
        }
        boolean waitsForStep = running != null && player.paceProperty().get() == Pace.STEP;
        if (!waitsForStep) {
            translation.dropGhosts(now);
        }
        translation.publish();
        animated.set(running != null || translation.hasGhosts());
    }

    private void show(TranslationEvent event, long now) {
        translation.accept(event, now);
        if (player.paceProperty().get() != Pace.FULL && event instanceof TranslationEvent.Step step) {
            StepWords.of(step).ifPresent(message::set);
        }
    }

    private void tellPace() {
        if (running != null) {
            message.set(Messages.text(player.paceProperty().get() == Pace.STEP ? "message.step"
                    : "message.translating"));
        }
    }

    private static String summary(Statistics counted) {
        return Messages.text("message.done", Numbers.count(counted.targetTokens()), Numbers.count(counted.smallSteps()),
                Numbers.count(counted.largePasses()), Numbers.count(counted.rollbacks()));
    }

    private boolean isOutdated() {
        return shown.get() != null && !state.get().isBusy() && state.get() != State.FAILED
                && !shown.get().equals(new Order(source.get(), thresholds.policy()));
    }

    public ThresholdsViewModel thresholds() {
        return thresholds;
    }

    public StatusViewModel status() {
        return status;
    }

    public TranslationText translation() {
        return translation;
    }

    public EventPlayer player() {
        return player;
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
        return message.getReadOnlyProperty();
    }

    /** What went wrong; null if nothing did. */
    public ReadOnlyObjectProperty<Failure> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    /** Whether text, mode or thresholds are no longer those of the shown translation. */
    public BooleanBinding outdated() {
        return outdated;
    }

    /** Whether {@link #frame} has something to do. */
    public ReadOnlyBooleanProperty animatedProperty() {
        return animated.getReadOnlyProperty();
    }
}
