package dev.biglittle.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.biglittle.decode.Mode;
import dev.biglittle.decode.Policy;
import dev.biglittle.problem.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.ParseResult;

/** What a command line means, without running it. */
class CommandLineInterfaceTest {
    @TempDir
    Path folder;

    @Test
    void aTextMayBeginWithAnAtSign() throws Exception {
        Path file = Files.writeString(folder.resolve("options"), "--mode small");
        for (String text : List.of("@" + file, "@@mueller Hallo", "@mueller Hallo")) {
            ParseResult translate = CommandLineInterface.commandLine().parseArgs("translate", text).subcommand();
            assertThat(translate.matchedPositionalValue(0, "")).isEqualTo(text);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fallback=3", "fallback=NaN", "rollback=-1", "max-run=-1", "max-run=-2147483648", "fallback=x",
            "speed=1"})
    void aSweepThatCannotBeIsWrongUsage(String sweep) {
        assertThatThrownBy(() -> SweepGrid.parse(List.of(sweep))).isInstanceOf(UsageProblem.class);
    }

    @Test
    void noValueOfASweepIsLost() {
        assertThatThrownBy(() -> SweepGrid.parse(List.of("fallback=0.3", "fallback=0.5"))).isInstanceOf(UsageProblem.class)
                .hasMessageContaining("'fallback' twice");
    }

    @Test
    void aLongestRunMayBeAWord() {
        assertThat(SweepGrid.parse(List.of("max-run=5,confident,auto")).maxRuns(0))
                .containsExactly(5, Policy.CONFIDENT_RUN, Policy.ADAPTIVE_RUN);
    }

    @Test
    void thePublishedCodeCountsWhateverAPresetDoes() {
        assertThat(Mode.PAPER_CODE.policy(0.2, 1, Policy.CONFIDENT_RUN)).isEqualTo(Policy.paperCode(0.2, 1, 10));
        assertThat(Mode.PAPER_CODE.policy(0.2, 1, 5)).isEqualTo(Policy.paperCode(0.2, 1, 5));
    }

    @Test
    void noNumberStandsForRunsThatAdapt() {
        assertThatThrownBy(() -> PolicyOptions.maxRun("--max-run", String.valueOf(Integer.MIN_VALUE)))
                .isInstanceOf(Problem.class).hasMessageContaining("-2147483648, but it is a count");
    }
}
