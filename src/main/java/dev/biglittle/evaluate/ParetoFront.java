package dev.biglittle.evaluate;

import java.util.Comparator;
import java.util.List;

/** The settings worth choosing: nothing measured beside them is both better and faster. */
public final class ParetoFront {
    private ParetoFront() {
    }

    /** Whether no other measurement is at least as good in both quality and median time, and better in one. */
    public static boolean contains(List<Measurement> measured, Measurement one) {
        return measured.stream().noneMatch(other -> other.score() >= one.score()
                && other.medianMillis() <= one.medianMillis()
                && (other.score() > one.score() || other.medianMillis() < one.medianMillis()));
    }

    /** The front, fastest first. */
    public static List<Measurement> of(List<Measurement> measured) {
        return measured.stream().filter(one -> contains(measured, one))
                .sorted(Comparator.comparingDouble(Measurement::medianMillis)).toList();
    }
}
