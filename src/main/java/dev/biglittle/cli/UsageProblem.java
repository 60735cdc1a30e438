package dev.biglittle.cli;

import dev.biglittle.problem.Problem;

/** A problem in how the program was called, as against one in its work. */
final class UsageProblem extends Problem {
    UsageProblem(String message) {
        super(message);
    }
}
