package dev.biglittle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.biglittle.pair.PairCopy;
import dev.biglittle.pair.PairFolders;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which evaluations may go on in which folder. */
class EvaluateCommandTest {
    @TempDir
    Path temp;

    /** What went wrong; empty if nothing. */
    private String evaluate(Path pair, String... more) throws Exception {
        Path texts = Files.writeString(temp.resolve("texts"), "Danke.\n");
        List<String> command = new ArrayList<>(List.of("evaluate", "--source", texts.toString(), "--reference",
                texts.toString(), "--pair", pair.toString(), "--report", temp.resolve("report").toString()));
        command.addAll(List.of(more));
        StringWriter err = new StringWriter();
        CommandLineInterface.commandLine().setErr(new PrintWriter(err)).execute(command.toArray(String[]::new));
        return err.toString();
    }

    @Test
    void thePublishedCodeIsNotSweptOverRunsItDoesNotKnow() throws Exception {
        assertThat(evaluate(PairFolders.byDefault(), "--mode", "paper-code", "--sweep", "max-run=auto,10"))
                .contains("instead of 'auto'");
    }

    @Test
    void aSweepOverWhatTheModeDoesNotLookAtIsRefused() throws Exception {
        assertThat(evaluate(PairFolders.byDefault(), "--mode", "speculative", "--sweep", "rollback=1,2"))
                .contains("speculative does not look at rollback");
        assertThat(evaluate(PairFolders.byDefault(), "--mode", "large", "--sweep", "fallback=0.1,0.2"))
                .contains("large does not look at fallback");
    }

    @Test
    void onlyTheSameWorkGoesOnInAFolder() throws Exception {
        PairCopy pair = PairCopy.in(temp.resolve("pair"));
        assertThat(evaluate(pair.folder(), "--fallback", "0.5")).isEmpty();
        assertThat(evaluate(pair.folder(), "--fallback", "0.5")).as("the same command again").isEmpty();
        assertThat(evaluate(pair.folder(), "--fallback", "0.6")).as("times of two runs").contains("another evaluation");
        pair.edit(json -> json.addProperty("sourcePrefix", "translate: "));
        assertThat(evaluate(pair.folder(), "--fallback", "0.5")).as("other source texts").contains("another evaluation");
    }
}
