package dev.biglittle.cli;

import dev.biglittle.decode.Mode;
import dev.biglittle.decode.Policy;
import dev.biglittle.pair.Preset;
import dev.biglittle.problem.Explanation;
import picocli.CommandLine.Option;

/** Options that say who writes when. What is not given comes from the pair's preset. */
final class PolicyOptions {
    @Option(names = "--mode", paramLabel = "MODE", defaultValue = "big-little",
            description = "big-little, large, small, speculative or paper-code (default: ${DEFAULT-VALUE}).")
    private String mode;

    @Option(names = "--fallback", paramLabel = "P",
            description = "The large model writes where the small one is less sure than this probability: 0 for never, above 1"
                    + " (at most 2) for always (default: the pair's balanced preset).")
    private String fallback;

    @Option(names = "--rollback", paramLabel = "D",
            description = "A draft is replaced if its -ln p under the large model is greater than this and the large model would"
                    + " have written something else; 'inf' for never (default: the pair's balanced preset).")
    private String rollback;

    @Option(names = "--max-run", paramLabel = "N",
            description = "Longest run of small tokens before the large model is called; 0 for no limit,"
                    + " 'confident' for as many as the small one is sure of together, 'auto' for as many as pay"
                    + " (default: the pair's balanced preset).")
    private String maxRun;

    Mode mode() {
        return UsageProblem.unless(() -> Mode.of(mode));
    }

    /** Checks everything that can be checked without a pair, so that a typing error does not cost a load. */
    void check() {
        policy(new Preset(0, 0, 0));
    }

    Policy policy(Preset preset) {
        int run = maxRun == null ? preset.maxRun() : known(maxRun("--max-run", maxRun));
        return UsageProblem.unless(() -> mode().policy(number("--fallback", fallback, preset.fallback()),
                number("--rollback", rollback, preset.rollback()), run));
    }

    /** A longest run that was asked for, if the mode knows such runs; a preset's it may replace. */
    int known(int run) {
        if (mode() == Mode.PAPER_CODE && Policy.runWord(run) != null) {
            throw new UsageProblem("The published code ends a run after a number of tokens: give --mode paper-code a"
                    + " longest run like 10 instead of '" + Policy.runWord(run) + "'.");
        }
        return run;
    }

    private static double number(String option, String text, double preset) {
        return text == null ? preset : number(option, text);
    }

    /** A threshold as it is written on the command line. */
    static double number(String option, String text) {
        if (text.equals("inf")) {
            return Double.POSITIVE_INFINITY;
        }
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new UsageProblem("The value '" + text + "' of " + option + " is not a number; write it like 0.5.");
        }
    }

    /** A longest run as it is written on the command line. */
    static int maxRun(String option, String text) {
        if (Policy.RUN_WORDS.containsKey(text)) {
            return Policy.RUN_WORDS.get(text);
        }
        try {
            int drafts = Integer.parseInt(text);
            if (drafts < Policy.NO_MAX_RUN) {
                throw new UsageProblem(Explanation.of("policy.maxRun", drafts).toString());
            }
            return drafts;
        } catch (NumberFormatException e) {
            throw new UsageProblem("The value '" + text + "' of " + option
                    + " is not a whole number of at most " + Integer.MAX_VALUE
                    + "; write it like 10, or 'confident' or 'auto'.");
        }
    }
}
