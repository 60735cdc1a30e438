package dev.biglittle.decode;

import dev.biglittle.problem.Problem;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The ways to write a text that the command line and the window offer. */
public enum Mode {
    /** Both models, as in the paper. */
    BIG_LITTLE("big-little"),
    /** The large model alone: the yardstick for speed and quality. */
    LARGE("large"),
    /** The small model alone. */
    SMALL("small"),
    /** Every draft the large model would not have written is rolled back: the large model's text exactly. */
    SPECULATIVE("speculative"),
    /** What the published code does, so that numbers can be compared. */
    PAPER_CODE("paper-code");

    private final String label;

    Mode(String label) {
        this.label = label;
    }

    /** The name on the command line and in JSON. */
    public String label() {
        return label;
    }

    /** The mode of that name; a {@link Problem} that lists the names if there is none. */
    public static Mode of(String label) {
        return Arrays.stream(values()).filter(m -> m.label.equals(label)).findFirst()
                .orElseThrow(() -> Problem.of("mode.unknown", label,
                        Arrays.stream(values()).map(Mode::label).collect(Collectors.joining(", "))));
    }

    /** The policy of this mode; the thresholds count only where the mode uses them. */
    public Policy policy(double fallback, double rollback, int maxRun) {
        return switch (this) {
            case BIG_LITTLE -> Policy.bigLittle(fallback, rollback, maxRun);
            case LARGE -> Policy.largeAlone();
            case SMALL -> Policy.smallAlone();
            case SPECULATIVE -> Policy.speculative(fallback, maxRun);
            // the published code counts tokens, whatever a pair's preset does
            case PAPER_CODE -> Policy.paperCode(fallback, rollback,
                    Policy.runWord(maxRun) == null ? maxRun : Policy.DEFAULT_MAX_RUN);
        };
    }
}
