package dev.biglittle.app.race;

import dev.biglittle.app.Failure;
import dev.biglittle.app.engine.TranslationRequest;
import dev.biglittle.app.engine.TranslationWorker;
import dev.biglittle.decode.Policy;
import dev.biglittle.decode.Statistics;
import dev.biglittle.text.SentenceSplitter;
import dev.biglittle.translate.TranslationEvent;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/**
 * The race. First the large model translates alone, then both do, so that neither takes the other's time; after that
 * both are played side by side as they happened. Every method is called on the window's thread.
 */
public final class RaceViewModel {
    /** What is going on. */
    public enum State { READY, RUNNING, PLAYING, DONE }

    /** How much slower than it was the race is played in slow motion. */
    static final int SLOWER = 10;
    /** Chars of the text that both translate beforehand, unmeasured, since a first run is always slower. */
    private static final int WARM_UP = 160;

    private final TranslationWorker worker;
    private final Executor window;
    private final Lane large = new Lane();
    private final Lane both = new Lane();
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.READY);
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper(RaceWords.ready());
    private final ReadOnlyBooleanWrapper animated = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper raced = new ReadOnlyStringWrapper("");
    private final BooleanProperty slow = new SimpleBooleanProperty();
    private BiConsumer<Policy, Double> measured = (policy, speedUp) -> { };
    private Consumer<Failure> failed = failure -> { };
    /** The race that is run; a later one makes an earlier one count for nothing. */
    private int race;
    private String pair = "";
    private long lastFrame;
    private long elapsed;

    /**
     * @param worker does the work; the caller closes it
     * @param window runs tasks on the window's thread
     */
    public RaceViewModel(TranslationWorker worker, Executor window) {
        this.worker = worker;
        this.window = window;
    }

    /** @param receiver told the policy of both models, and how many times as fast they were as the large model alone */
    public void setOnMeasured(BiConsumer<Policy, Double> receiver) {
        measured = receiver;
    }

    public void setOnFailed(Consumer<Failure> receiver) {
        failed = receiver;
    }

    /** Runs a race. */
    public void start(String text, Policy policy) {
        if (!SentenceSplitter.hasWords(text)) {
            message.set(RaceWords.nothing());
            return;
        }
        int mine = ++race;
        large.clear();
        both.clear();
        raced.set(text);
        state.set(State.RUNNING);
        message.set(RaceWords.warmingUp());
        String beginning = beginning(text);
        run(mine, beginning, Policy.largeAlone(), (e1, s1) -> run(mine, beginning, policy, (e2, s2) -> {
            message.set(RaceWords.largeRuns());
            run(mine, text, Policy.largeAlone(), (alone, aloneCounted) -> {
                message.set(RaceWords.bothRun());
                run(mine, text, policy, (together, togetherCounted) -> {
                    large.load(Policy.largeAlone(), alone, aloneCounted);
                    both.load(policy, together, togetherCounted);
                    measured.accept(policy, speedUp());
                    replay();
                });
            });
        }));
    }

    private static String beginning(String text) {
        int end = text.length() <= WARM_UP ? text.length() : text.lastIndexOf(' ', WARM_UP);
        return text.substring(0, end > 0 ? end : WARM_UP);
    }

    private void run(int mine, String text, Policy policy, BiConsumer<List<TranslationEvent>, Statistics> then) {
        Queue<TranslationEvent> events = new ConcurrentLinkedQueue<>();
        worker.submit(new TranslationRequest(text, policy, true, events::add,
                counted -> ifMine(mine, () -> ran(List.copyOf(events), counted, then)),
                cause -> ifMine(mine, () -> {
                    stop(RaceWords.failed());
                    failed.accept(Failure.of(cause));
                })));
    }

    private void ran(List<TranslationEvent> events, Statistics counted,
                     BiConsumer<List<TranslationEvent>, Statistics> then) {
        if (events.get(events.size() - 1) instanceof TranslationEvent.Finished finished && finished.cancelled()) {
            stop(RaceWords.interrupted());
        } else {
            then.accept(events, counted);
        }
    }

    private void ifMine(int mine, Runnable then) {
        window.execute(() -> {
            if (mine == race && state.get() == State.RUNNING) {
                then.run();
            }
        });
    }

    private void stop(String why) {
        race++;
        raced.set("");
        state.set(State.READY);
        message.set(why);
    }

    /** Gives up the race that is run. */
    public void cancel() {
        if (state.get() == State.RUNNING) {
            worker.cancel();
            stop(RaceWords.cancelled());
        }
    }

    /** Another translation takes the models: without this, the next run of the race would take them back. */
    public void interrupt() {
        if (state.get() == State.RUNNING) {
            stop(RaceWords.interrupted());
        }
    }

    /** A pair of that name is there: what another one did is no longer shown. */
    public void pairLoaded(String name) {
        if (!name.equals(pair)) {
            pair = name;
            large.clear();
            both.clear();
            animated.set(false);
            stop(RaceWords.ready());
        }
    }

    /** Plays the race that was run last from its start. */
    public void replay() {
        if (large.total() == 0 || both.total() == 0) {
            return;
        }
        large.restart();
        both.restart();
        elapsed = 0;
        lastFrame = Long.MIN_VALUE;
        state.set(State.PLAYING);
        message.set(RaceWords.playing());
        animated.set(true);
    }

    /** Shows what is due; to be called before every frame while {@link #animatedProperty()} holds. */
    public void frame(long now) {
        if (lastFrame != Long.MIN_VALUE) {
            elapsed += (now - lastFrame) / (slow.get() ? SLOWER : 1);
        }
        lastFrame = now;
        large.play(elapsed, now);
        both.play(elapsed, now);
        if (state.get() == State.PLAYING && elapsed >= Math.max(large.total(), both.total())) {
            state.set(State.DONE);
            message.set(RaceWords.verdict(large, both));
        }
        animated.set(state.get() == State.PLAYING || !large.isDone() || !both.isDone());
    }

    /** How many times as fast both models together were as the large one alone. */
    double speedUp() {
        return (double) large.total() / both.total();
    }

    public Lane large() {
        return large;
    }

    public Lane both() {
        return both;
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** The text of the race that is run or was run last; empty if its lanes are. */
    public ReadOnlyStringProperty racedProperty() {
        return raced.getReadOnlyProperty();
    }

    /** What is going on, and at the end who won. */
    public ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }

    /** Whether the race is played slower than it was. */
    public BooleanProperty slowProperty() {
        return slow;
    }

    public ReadOnlyBooleanProperty animatedProperty() {
        return animated.getReadOnlyProperty();
    }
}
