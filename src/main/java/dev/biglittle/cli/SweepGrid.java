package dev.biglittle.cli;

import java.util.Arrays;
import java.util.List;

/** The thresholds named after {@code --sweep}; a list that is not named is null. */
record SweepGrid(List<Double> fallback, List<Double> rollback) {
    static SweepGrid parse(List<String> arguments) {
        List<Double> fallback = null;
        List<Double> rollback = null;
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            String name = equals < 0 ? argument : argument.substring(0, equals);
            if (equals < 0 || !name.equals("fallback") && !name.equals("rollback")) {
                throw new UsageProblem("The sweep '" + argument
                        + "' is not understood; write it like fallback=0.3,0.5 rollback=2,5,inf.");
            }
            List<Double> values = Arrays.stream(argument.substring(equals + 1).split(",", -1))
                    .map(value -> PolicyOptions.number("--sweep " + name, value)).toList();
            if (name.equals("fallback")) {
                fallback = values;
            } else {
                rollback = values;
            }
        }
        return new SweepGrid(fallback, rollback);
    }

    List<Double> fallbacks(double otherwise) {
        return fallback != null ? fallback : List.of(otherwise);
    }

    List<Double> rollbacks(double otherwise) {
        return rollback != null ? rollback : List.of(otherwise);
    }
}
