import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The cache of loaded and linked classes that makes the program start in half the time (JEP 483 and 514). It is written by
 * a training run of the installed program: window, one translation, end. It is the program's second run: the first has no
 * settings and no history to read, and what reads them would be missing from the cache.
 */
final class AotCache {
    private static final String TEXT = "Das ist ein schöner Tag. Wo ist der Bahnhof?";

    private AotCache() {
    }

    /**
     * @param application the installed program's folder of jars
     * @param java        the bundled runtime's
     * @param home        a folder for what the program keeps for its user
     */
    static void train(Path application, Path java, Path home) throws IOException, InterruptedException {
        Path cache = application.resolve("biglittle.aot").toAbsolutePath();
        Files.createDirectories(home);
        try (VirtualDisplay display = VirtualDisplay.ifNeeded()) {
            List<String> command = command(application, java, home);
            Map<String, String> environment = Map.of("BIGLITTLE_START_REPORT", TEXT);
            if (!display.exists()) {
                System.err.println("Warning: no display, and no Xvfb to make one: the start is trained without the window,"
                        + " which will open half a second later. Install xvfb, libgtk-3-0 and libxtst6.");
                command.addAll(List.of("translate", TEXT));
                environment = Map.of();
            } else if (display.name() != null) {
                environment = Map.of("BIGLITTLE_START_REPORT", TEXT, "DISPLAY", display.name());
            }
            Path log = home.resolve("training.log");
            run(command, environment, log);
            command.add(1, "-XX:AOTCacheOutput=" + cache);
            run(command, environment, log);
            if (!Files.isRegularFile(cache)) {
                throw new Failure("the program left no cache of its classes:\n" + Files.readString(log));
            }
        }
    }

    private static void run(List<String> command, Map<String, String> environment, Path log)
            throws IOException, InterruptedException {
        int code = Command.run(environment, ProcessBuilder.Redirect.to(log.toFile()), command.toArray(String[]::new));
        String printed = Files.readString(log);
        if (code != 0 || environment.containsKey("BIGLITTLE_START_REPORT") && !printed.contains("translated")) {
            throw new Failure("the program did not start:\n" + printed);
        }
    }

    /** As the launcher starts it; the cache is for exactly this class path. */
    private static List<String> command(Path application, Path java, Path home) throws IOException {
        LaunchSettings settings = LaunchSettings.read(application);
        String folder = application.toAbsolutePath().toString();
        List<String> command = new ArrayList<>(List.of(java.toString(), "-Dbiglittle.configuration=" + home,
                "-Dbiglittle.data=" + home));
        settings.options().stream().filter(option -> !option.contains("AOTCache")).forEach(command::add);
        command.addAll(List.of("-cp", String.join(File.pathSeparator, settings.classPath()), settings.mainClass()));
        command.replaceAll(part -> part.replace(LaunchSettings.FOLDER, folder));
        return command;
    }

    /** The display to train on: the one that is there, or a virtual one. */
    private record VirtualDisplay(Process server, String name, boolean exists) implements AutoCloseable {
        static VirtualDisplay ifNeeded() throws IOException {
            boolean linux = Target.here().system() == Target.System.LINUX;
            if (!linux || Command.exists("Xvfb")) {
                return linux ? start() : new VirtualDisplay(null, null, true);
            }
            return new VirtualDisplay(null, null, !System.getenv().getOrDefault("DISPLAY", "").isEmpty());
        }

        /** On a number that is free, which the server chooses and prints. */
        private static VirtualDisplay start() throws IOException {
            Process server = new ProcessBuilder("Xvfb", "-displayfd", "1", "-screen", "0", "1400x1000x24",
                    "-nolisten", "tcp").redirectError(ProcessBuilder.Redirect.DISCARD).start();
            try (BufferedReader out = server.inputReader(StandardCharsets.UTF_8)) {
                String number = out.readLine();
                return new VirtualDisplay(server, ":" + number, number != null);
            }
        }

        @Override
        public void close() {
            if (server != null) {
                server.destroy();
            }
        }
    }
}
