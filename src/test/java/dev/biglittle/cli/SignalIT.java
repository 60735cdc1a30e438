package dev.biglittle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.biglittle.Launcher;
import dev.biglittle.cli.Program.Outcome;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The system may ask the process to end at any moment, also while ONNX Runtime makes a session: it must not crash. */
@DisabledOnOs(OS.WINDOWS)
class SignalIT {
    private static final int TERMINATED = 128 + 15;
    /** Spread over the start: Java, ONNX Runtime, the sessions, and after that. */
    private static final long[] MOMENTS_MILLIS = {300, 600, 800, 1000, 1200, 1400, 1700, 2000, 2500, 3500};

    @TempDir
    Path temp;

    @Test
    void theWindowEndsInAnOrderlyWayWheneverItIsAskedTo() throws Exception {
        List<String> command = List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // drawn into memory
                "-Dglass.platform=Monocle", "-Dmonocle.platform=Headless", "-Dprism.order=sw",
                "-Djava.awt.headless=true", "-Dbiglittle.pairs=" + System.getProperty("biglittle.pairs"),
                "-Dbiglittle.configuration=" + temp.resolve("configuration"), "-Dbiglittle.data=" + temp.resolve("data"),
                "-XX:ErrorFile=" + temp.resolve("hs_err_%p.log"),
                "-cp", System.getProperty("java.class.path"), Launcher.class.getName());
        for (long moment : MOMENTS_MILLIS) {
            ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(temp.resolve("out").toFile())
                    .redirectError(temp.resolve("err").toFile());
            end(builder.start(), moment, "window");
        }
        assertNoCrashFiles();
    }

    @ParameterizedTest
    @ValueSource(strings = {"doctor", "pairs verify", "translate --mode small"})
    void theProcessEndsInAnOrderlyWayWheneverItIsAskedTo(String what) throws Exception {
        for (long moment : MOMENTS_MILLIS) {
            end(Program.start(Map.of("JAVA_OPTS", "-XX:ErrorFile=" + temp.resolve("hs_err_%p.log")),
                    temp.resolve("out").toFile(), temp.resolve("err").toFile(), arguments(what)), moment, what);
        }
        assertNoCrashFiles();
    }

    @ParameterizedTest
    @ValueSource(strings = {"INT", "TERM"})
    void whoWaitsForInputEndsAtOnce(String signal) throws Exception {
        Path out = temp.resolve("out");
        Process process = Program.start(Map.of(), out.toFile(), temp.resolve("err").toFile(), "translate", "--mode", "small");
        process.getOutputStream().write("Das ist gut.\n".getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
        for (int i = 0; i < 600 && Files.size(out) == 0; i++) {
            Thread.sleep(100);
        }
        // destroy() would end the input, too
        new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid())).start().waitFor();
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).as("ended").isTrue();
        assertThat(process.exitValue()).isEqualTo(CommandLineInterface.INTERRUPTED);
        assertThat(Files.readAllLines(out)).as("what was translated before").hasSize(1);
    }

    private void end(Process process, long moment, String what) throws Exception {
        boolean ended = process.waitFor(moment, TimeUnit.MILLISECONDS);
        process.destroy();
        Outcome outcome = Program.outcome(process, temp.resolve("out").toFile(), temp.resolve("err").toFile());
        assertThat(outcome.code()).as("%s, ended after %d ms: %s", what, moment, outcome.err())
                .isIn(ended ? List.of(0) : List.of(0, CommandLineInterface.INTERRUPTED, TERMINATED));
        assertThat(outcome.out() + outcome.err()).doesNotContain("SIGSEGV").doesNotContain("fatal error");
    }

    private String[] arguments(String what) {
        return switch (what) {
            case "pairs verify" -> new String[] {"pairs", "verify", System.getProperty("biglittle.pairs") + "/de-en"};
            case "doctor" -> new String[] {"doctor"};
            default -> new String[] {"translate", "--mode", "small", "Das ist gut. ".repeat(2000)};
        };
    }

    private void assertNoCrashFiles() throws Exception {
        try (var files = Files.list(temp)) {
            assertThat(files.map(file -> file.getFileName().toString())).noneMatch(name -> name.startsWith("hs_err"));
        }
    }
}
