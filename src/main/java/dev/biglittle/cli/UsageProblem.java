package dev.biglittle.cli;

import dev.biglittle.problem.Problem;
import java.util.function.Supplier;

/** A problem in how the program was called, as against one in its work. */
final class UsageProblem extends Problem {
    UsageProblem(String message) {
        super(message);
    }

    /** What {@code options} make, where a problem with them is wrong usage. */
    static <T> T unless(Supplier<T> options) {
        try {
            return options.get();
        } catch (Problem e) {
            throw new UsageProblem(e.getMessage());
        }
    }
}
