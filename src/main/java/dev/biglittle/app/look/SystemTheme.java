package dev.biglittle.app.look;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Whether the desktop is dark. JavaFX 21 does not know, so the desktop's own tools are asked. */
public final class SystemTheme {
    private static final long PATIENCE_SECONDS = 3;

    private SystemTheme() {
    }

    /** Asks the desktop; {@link Theme#LIGHT} where it gives no answer. May take a second or two. */
    public static Theme ask() {
        return ask(System.getProperty("os.name"), SystemTheme::output);
    }

    /** @param output runs a command; empty if it failed */
    static Theme ask(String system, Function<List<String>, Optional<String>> output) {
        String name = system.toLowerCase(Locale.ROOT);
        boolean dark;
        if (name.contains("mac")) {
            dark = output.apply(List.of("defaults", "read", "-g", "AppleInterfaceStyle"))
                    .filter(said -> said.contains("Dark")).isPresent();
        } else if (name.contains("win")) {
            dark = output.apply(List.of("reg", "query",
                            "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Themes\\Personalize",
                            "/v", "AppsUseLightTheme")).filter(said -> said.matches("(?s).*\\b0x0\\b.*")).isPresent();
        } else {
            // the portal serves GNOME, KDE and others: 1 prefers dark, 2 light, 0 has no preference
            dark = output.apply(List.of("gdbus", "call", "--session", "--dest", "org.freedesktop.portal.Desktop",
                            "--object-path", "/org/freedesktop/portal/desktop", "--method",
                            "org.freedesktop.portal.Settings.Read", "org.freedesktop.appearance", "color-scheme"))
                    .or(() -> output.apply(List.of("gsettings", "get", "org.gnome.desktop.interface", "color-scheme")))
                    .filter(said -> said.contains("uint32 1") || said.contains("prefer-dark")).isPresent();
        }
        return dark ? Theme.DARK : Theme.LIGHT;
    }

    private static Optional<String> output(List<String> command) {
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectInput(ProcessBuilder.Redirect.PIPE).start();
            process.getOutputStream().close();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return Optional.empty();
            }
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.exitValue() == 0 ? Optional.of(said) : Optional.empty();
        } catch (IOException e) {
            // a desktop without this tool: nothing is known
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
