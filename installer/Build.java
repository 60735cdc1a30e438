import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * Finds a JDK that can make installers and has it run {@code build/Installer.java}. The program itself is built by
 * whichever JDK runs Maven; the runtime inside the installer should be a new one that runs on every distribution.
 */
public final class Build {
    /** The first with a cache of classes that needs no second start, and with several source files run at once. */
    private static final int OLDEST = 25;
    /** A runtime of a distribution needs that distribution's libraries; this one brings its own. */
    private static final String PORTABLE = "Eclipse Adoptium";
    private static final String EXE = System.getProperty("os.name").startsWith("Windows") ? ".exe" : "";

    private record Jdk(Path home, String version, String implementor) {
        int feature() {
            return Integer.parseInt(version.split("\\D", 2)[0]);
        }

        boolean makesInstallers() {
            return feature() >= OLDEST && Files.isRegularFile(home.resolve("bin/jpackage" + EXE));
        }

        @Override
        public String toString() {
            return version + " of " + implementor + " in " + home;
        }
    }

    private Build() {
    }

    /** The first argument names the JDK's folder, or is empty; the others go to Installer. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<Jdk> found = (arguments[0].isEmpty() ? likelyHomes() : Stream.of(Path.of(arguments[0])))
                .flatMap(Build::jdk).distinct().toList();
        Jdk best = found.stream().filter(Jdk::makesInstallers)
                .min(Comparator.comparing((Jdk jdk) -> !jdk.implementor().equals(PORTABLE))
                        .thenComparing(Jdk::feature).thenComparing(Jdk::version, Comparator.reverseOrder()))
                .orElse(null);
        if (best == null) {
            System.err.println("The installer needs a JDK " + OLDEST + " or newer with jpackage, best Temurin's"
                    + " (https://adoptium.net). Install one, or name its folder with -Dinstaller.jdk=DIR. Found: "
                    + (found.isEmpty() ? "none" : String.join("; ", found.stream().map(Jdk::toString).toList())) + ".");
            System.exit(1);
        }
        System.out.println("Packaging with JDK " + best);
        if (!best.implementor().equals(PORTABLE)) {
            System.err.println("Warning: this is not Temurin; the package may need libraries that other systems lack.");
        }
        List<String> command = new ArrayList<>(List.of(best.home().resolve("bin/java" + EXE).toString(),
                Path.of("installer", "build", "Installer.java").toString()));
        command.addAll(List.of(arguments).subList(1, arguments.length));
        System.exit(new ProcessBuilder(command).inheritIO().start().waitFor());
    }

    private static Stream<Path> likelyHomes() {
        String user = System.getProperty("user.home");
        Stream<Path> parents = Stream.of(Path.of("/usr/lib/jvm"), Path.of("/opt"), Path.of(user, ".jdks"),
                Path.of(user, ".sdkman", "candidates", "java"), Path.of("/Library/Java/JavaVirtualMachines"),
                Path.of("C:\\Program Files\\Eclipse Adoptium"), Path.of("C:\\Program Files\\Java"));
        Stream<Path> named = Stream.of(System.getProperty("java.home"), System.getenv("JAVA_HOME"))
                .filter(home -> home != null && !home.isBlank()).map(Path::of);
        return Stream.concat(named, parents.filter(Files::isDirectory).flatMap(Build::children));
    }

    private static Stream<Path> children(Path folder) {
        try (Stream<Path> children = Files.list(folder)) {
            return children.toList().stream().flatMap(child -> Stream.of(child, child.resolve("Contents/Home")));
        } catch (IOException e) {
            System.err.println("Warning: " + folder + " cannot be searched for JDKs: " + e.getMessage());
            return Stream.empty();
        }
    }

    /** What the folder's {@code release} file says; nothing if the folder holds no JDK. */
    private static Stream<Jdk> jdk(Path folder) {
        Path release = folder.resolve("release");
        if (!Files.isRegularFile(release) || !Files.isRegularFile(folder.resolve("bin/java" + EXE))) {
            return Stream.empty();
        }
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(release)) {
            properties.load(in);
            return Stream.of(new Jdk(folder.toRealPath(), unquoted(properties, "JAVA_VERSION"),
                    unquoted(properties, "IMPLEMENTOR")));
        } catch (IOException e) {
            System.err.println("Warning: " + release + " cannot be read: " + e.getMessage());
            return Stream.empty();
        }
    }

    private static String unquoted(Properties properties, String key) {
        return properties.getProperty(key, "0").replace("\"", "");
    }
}
