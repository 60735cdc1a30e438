package dev.biglittle.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;

/**
 * Runs tasks in turns: every round runs each of them, in another order, so that whatever else the machine does, and
 * whatever the task before left in the processor's caches, weighs on all alike and their ratios hold.
 */
final class Rounds {
    /** Every built-in text once: a length that is new has its tensors made, and Java compiles what it has seen often. */
    private static final int WARM_UP = 12;
    private static final long SEED = 1;

    /**
     * Something to be timed.
     *
     * @param calls in a row per round, of which the mean counts as one time
     */
    record Task(int calls, Call call) {
    }

    /** One call of a task. */
    interface Call {
        /** @param round number from 0; warm-up rounds are negative */
        void run(int round);
    }

    private Rounds() {
    }

    /**
     * @param progress told the number of rounds done after each
     * @param cancelled asked before each call; once true, the rounds that are whole count
     * @return the times of each task by its name, in the order of {@code tasks}; warm-up rounds do not count
     */
    static Map<String, Timings> time(Map<String, Task> tasks, int rounds, IntConsumer progress,
                                     BooleanSupplier cancelled) {
        Map<String, Timings> timings = new LinkedHashMap<>();
        tasks.keySet().forEach(name -> timings.put(name, new Timings()));
        Random order = new Random(SEED);
        List<String> turns = new ArrayList<>(tasks.keySet());
        for (int round = -WARM_UP; round < rounds; round++) {
            Collections.shuffle(turns, order);
            Map<String, Long> times = time(tasks, turns, round, cancelled);
            if (cancelled.getAsBoolean()) {
                break;
            }
            if (round >= 0) {
                times.forEach((name, time) -> timings.get(name).add(time));
            }
            progress.accept(Math.max(0, round + 1));
        }
        return timings;
    }

    /** One round: the mean time of a call of each task; not all of them once {@code cancelled} is true. */
    private static Map<String, Long> time(Map<String, Task> tasks, List<String> turns, int round, BooleanSupplier cancelled) {
        Map<String, Long> times = new HashMap<>();
        for (String name : turns) {
            Task task = tasks.get(name);
            long begin = System.nanoTime();
            for (int call = 0; call < task.calls() && !cancelled.getAsBoolean(); call++) {
                task.call().run(round);
            }
            times.put(name, (System.nanoTime() - begin) / task.calls());
        }
        return times;
    }
}
