package dev.biglittle.cli;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packaged program, started as a user starts it. */
final class Program {
    private static final Path HOME = Path.of(System.getProperty("biglittle.home", "target/biglittle"));

    record Outcome(int code, String out, String err) {
        List<String> lines() {
            return out.lines().toList();
        }
    }

    private Program() {
    }

    static Outcome run(String... arguments) throws Exception {
        return run("", Map.of(), arguments);
    }

    /** @param input standard input; @param environment variables to set, or to remove if empty */
    static Outcome run(String input, Map<String, String> environment, String... arguments) throws Exception {
        Path folder = Files.createTempDirectory("biglittle-it");
        File out = folder.resolve("out").toFile();
        File err = folder.resolve("err").toFile();
        Process process = start(environment, out, err, arguments);
        process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().close();
        try {
            return outcome(process, out, err);
        } finally {
            Files.delete(out.toPath());
            Files.delete(err.toPath());
            Files.delete(folder);
        }
    }

    static Process start(Map<String, String> environment, File out, File err, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(script().toString()));
        command.addAll(Arrays.asList(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(out).redirectError(err);
        environment.forEach((name, value) -> {
            if (value.isEmpty()) {
                builder.environment().remove(name);
            } else {
                builder.environment().put(name, value);
            }
        });
        return builder.start();
    }

    static Outcome outcome(Process process, File out, File err) throws Exception {
        if (!process.waitFor(120, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("the program did not end; stderr: " + Files.readString(err.toPath()));
        }
        return new Outcome(process.exitValue(), Files.readString(out.toPath()), Files.readString(err.toPath()));
    }

    private static Path script() {
        boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("win");
        return HOME.resolve("bin").resolve(windows ? "biglittle.bat" : "biglittle").toAbsolutePath();
    }
}
