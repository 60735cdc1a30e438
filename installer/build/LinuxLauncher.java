import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/**
 * The command {@code biglittle} on Linux: a script in place of jpackage's launcher, with the settings that jpackage wrote.
 * jpackage's own asks rpm and dpkg, twice at every start, which package it belongs to; that took a fifth of the start.
 */
final class LinuxLauncher {
    private static final String SCRIPT = """
            #!/bin/sh
            # Starts BigLittle with its own Java. JAVA_OPTS holds further options of Java.
            APPDIR=$(readlink -f "$0")
            APPDIR=${APPDIR%%/bin/*}/lib/app
            # Without a locale, or with one that is not installed (cron, ssh, containers), Java would take arguments and file names for ASCII, and lose their umlauts.
            case $(locale charmap 2>/dev/null) in ''|ANSI_X3.4-1968|US-ASCII) LC_ALL=C.UTF-8; export LC_ALL ;; esac
            # options for other programs written in Java are not for this one
            unset JDK_JAVA_OPTIONS
            # shellcheck disable=SC2086 # JAVA_OPTS holds several words on purpose
            exec "$APPDIR/../runtime/bin/java" \\
              %s \\
              ${JAVA_OPTS:-} \\
              -cp "%s" \\
              %s "$@"
            """;

    private LinuxLauncher() {
    }

    /** @param application the folder of jars in the image */
    static void replace(Path image, Path application) throws IOException {
        LaunchSettings settings = LaunchSettings.read(application);
        List<String> options = settings.options().stream().map(option -> '"' + checked(option) + '"').toList();
        Path launcher = image.resolve("bin/biglittle");
        Files.delete(launcher);
        Files.writeString(launcher, SCRIPT.formatted(String.join(" \\\n  ", options),
                checked(String.join(":", settings.classPath())), settings.mainClass()));
        Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.delete(image.resolve("lib/libapplauncher.so"));
        Files.delete(LaunchSettings.file(application));
    }

    /** jpackage's name for the folder of jars is a variable of the script; the shell must find nothing else in it. */
    private static String checked(String text) {
        if (text.replace(LaunchSettings.FOLDER, "").matches(".*[\\\\\"$`].*")) {
            throw new Failure("the launcher's script cannot hold this option: " + text);
        }
        return text;
    }
}
