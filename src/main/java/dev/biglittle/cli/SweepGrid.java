package dev.biglittle.cli;

import dev.biglittle.decode.Mode;
import dev.biglittle.decode.Policy;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The values named after {@code --sweep}, by threshold. */
record SweepGrid(Map<String, List<String>> values) {
    private static final String FALLBACK = "fallback";
    private static final String ROLLBACK = "rollback";
    private static final String MAX_RUN = "max-run";

    static SweepGrid parse(List<String> arguments) {
        Map<String, List<String>> values = new HashMap<>();
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            String name = equals < 0 ? argument : argument.substring(0, equals);
            if (equals < 0 || !List.of(FALLBACK, ROLLBACK, MAX_RUN).contains(name)) {
                throw new UsageProblem("The sweep '" + argument
                        + "' is not understood; write it like fallback=0.3,0.5 rollback=2,5,inf max-run=5,confident,auto.");
            }
            if (values.put(name, Arrays.asList(argument.substring(equals + 1).split(",", -1))) != null) {
                throw new UsageProblem("The sweep names '" + name + "' twice; give all its values at once, with commas between them.");
            }
        }
        SweepGrid grid = new SweepGrid(values);
        // a typing error shows before a pair is loaded
        grid.fallbacks(0).forEach(fallback -> UsageProblem.unless(() -> Policy.bigLittle(fallback, 0, 0)));
        grid.rollbacks(0).forEach(rollback -> UsageProblem.unless(() -> Policy.bigLittle(0, rollback, 0)));
        grid.maxRuns(0);
        return grid;
    }

    /** Refuses thresholds that the mode does not look at: each combination would be the same one. */
    void checkThatItMatters(Mode mode) {
        check(mode, FALLBACK, !mode.policy(0.25, 1, 5).equals(mode.policy(0.75, 1, 5)));
        check(mode, ROLLBACK, !mode.policy(0.5, 1, 5).equals(mode.policy(0.5, 2, 5)));
        check(mode, MAX_RUN, !mode.policy(0.5, 1, 5).equals(mode.policy(0.5, 1, 6)));
    }

    private void check(Mode mode, String name, boolean matters) {
        if (values.containsKey(name) && !matters) {
            throw new UsageProblem("The mode " + mode.label() + " does not look at " + name + ", so a sweep over it measures the same"
                    + " again and again; leave it out, or choose another --mode.");
        }
    }

    List<Double> fallbacks(double otherwise) {
        return numbers(FALLBACK, otherwise);
    }

    List<Double> rollbacks(double otherwise) {
        return numbers(ROLLBACK, otherwise);
    }

    boolean sweepsRuns() {
        return values.containsKey(MAX_RUN);
    }

    List<Integer> maxRuns(int otherwise) {
        return sweepsRuns()
                ? values.get(MAX_RUN).stream().map(value -> PolicyOptions.maxRun("--sweep " + MAX_RUN, value)).toList()
                : List.of(otherwise);
    }

    private List<Double> numbers(String name, double otherwise) {
        return values.containsKey(name)
                ? values.get(name).stream().map(value -> PolicyOptions.number("--sweep " + name, value)).toList()
                : List.of(otherwise);
    }
}
