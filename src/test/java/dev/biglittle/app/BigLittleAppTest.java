package dev.biglittle.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.biglittle.Launcher;
import dev.biglittle.cli.CommandLineInterface;
import dev.biglittle.decode.Mode;
import dev.biglittle.onnx.EmbeddedPair;
import dev.biglittle.pair.LoadedPair;
import dev.biglittle.recording.Recording;
import dev.biglittle.recording.RecordingFile;
import dev.biglittle.translate.TranslationEvent;
import dev.biglittle.translate.Translator;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import sun.misc.Signal;

/** The application from start to end, in a process of its own: JavaFX starts once in each. */
class BigLittleAppTest {
    private static final List<String> HEADLESS = List.of("-Dglass.platform=Monocle", "-Dmonocle.platform=Headless",
            "-Dprism.order=sw", "-Djava.awt.headless=true");

    /** A start takes seconds, and many times that on a machine that others keep busy. */
    private static final int PATIENCE_SECONDS = 300;

    @TempDir
    Path folder;
    /** Where commands are looked for before they are looked for elsewhere. */
    private Path commands;

    @Test
    void closingTheWindowInTheMiddleOfATextEndsTheProgram() throws Exception {
        Result result = run(HEADLESS, ClosesInTheMiddle.class);
        assertThat(result.exit).as(result.output).isZero();
        assertThat(result.output).contains("translating").contains("closed");
    }

    @Test
    void closingTheWindowWhileAPairIsBeingCheckedEndsTheProgram() throws Exception {
        Result result = run(HEADLESS, ClosesDuringACheck.class);
        assertThat(result.exit).as(result.output).isZero();
        assertThat(result.output).contains("checking").contains("closed");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aTranslationMadeJustBeforeTheProcessIsAskedToEndIsKept() throws Exception {
        Result result = run(HEADLESS, IsAskedToEnd.class);
        assertThat(result.exit).as(result.output).isEqualTo(128 + 15);
        try (Stream<Path> kept = Files.list(folder.resolve("data").resolve("history"));
                GZIPInputStream entry = new GZIPInputStream(Files.newInputStream(kept.findFirst().orElseThrow()))) {
            assertThat(new String(entry.readAllBytes(), StandardCharsets.UTF_8)).contains("Das ist ein Haus.");
        }
    }

    @Test
    void aRestartSpeaksTheChosenLanguageAndKeepsTextAndTranslation() throws Exception {
        Result result = run(HEADLESS, RestartsInGerman.class);
        assertThat(result.exit).as(result.output).isZero();
        assertThat(result.output).contains("restarting").contains("source: Das ist ein Haus.").contains("closed");
        String before = result.output.replaceAll("(?s).*restarting (\\d+).*", "$1");
        assertThat(result.output.lines()).contains("tokens " + before);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aDarkDesktopMakesTheWindowDark() throws Exception {
        commands = Files.createDirectories(folder.resolve("commands"));
        Path portal = Files.writeString(commands.resolve("gdbus"), """
                #!/bin/sh
                [ "$1" = call ] && echo '(<<uint32 1>>,)'
                """);
        assertThat(portal.toFile().setExecutable(true)).isTrue();
        Result dark = run(HEADLESS, TellsItsTheme.class);
        assertThat(dark.exit).as(dark.output).isZero();
        assertThat(dark.output).contains("#0d1117");
        Files.writeString(portal, """
                #!/bin/sh
                [ "$1" = call ] && echo '(<<uint32 2>>,)'
                """);
        assertThat(run(HEADLESS, TellsItsTheme.class).output).contains("#ffffff").doesNotContain("#0d1117");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void withoutADisplayOneSentenceIsAllThatIsSaid() throws Exception {
        Result result = run(List.of(), ClosesInTheMiddle.class);
        assertThat(result.exit).isEqualTo(1);
        assertThat(result.output.strip()).startsWith("No display was found").hasLineCount(1);
    }

    @Test
    void aRecordingNamedOnTheCommandLineIsShown() throws Exception {
        Recording.Settings settings = new Recording.Settings(Mode.BIG_LITTLE, 0.35, 1, 5);
        List<TranslationEvent> events = new ArrayList<>();
        try (LoadedPair pair = EmbeddedPair.load()) {
            new Translator(pair).translate("Das ist ein schönes Haus.", settings.policy(), events::add, () -> false);
        }
        Path file = folder.resolve("house.biglittle");
        RecordingFile.save(file, new Recording(new Recording.MadeWith("", "A pair", "de", "en", "CPU", 1),
                "Das ist ein schönes Haus.", settings, events));
        Result result = run(HEADLESS, ShowsARecording.class, file.toString());
        assertThat(result.exit).as(result.output).isZero();
        assertThat(result.output).contains("source: Das ist ein schönes Haus.").contains("fallback: 0.35")
                .containsPattern("tokens: [1-9]");
    }

    @Test
    void aMistypedCommandDoesNotOpenTheWindow() throws Exception {
        Result result = run(HEADLESS, Launcher.class, "tranlsate");
        assertThat(result.exit).isEqualTo(2);
        assertThat(result.output.strip()).startsWith("biglittle: There is no command 'tranlsate'").hasLineCount(1);
        assertThat(run(HEADLESS, Launcher.class, folder.resolve("no.biglittle").toString()).output)
                .contains("There is no file").contains("no.biglittle");
    }

    private record Result(int exit, String output) {
    }

    private Result run(List<String> options, Class<?> main, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.add("-Dbiglittle.pairs=" + System.getProperty("biglittle.pairs"));
        command.add("-Dbiglittle.configuration=" + folder.resolve("configuration"));
        command.add("-Dbiglittle.data=" + folder.resolve("data"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        Path output = folder.resolve("output.txt");
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().keySet().removeAll(List.of("DISPLAY", "WAYLAND_DISPLAY"));
        if (commands != null) {
            builder.environment().merge("PATH", commands.toString(), (path, first) -> first + File.pathSeparator + path);
        }
        Process process = builder.start();
        boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        process.destroyForcibly();
        String said = Files.readString(output, StandardCharsets.UTF_8);
        assertThat(ended).as("ended by itself; said: %s", said).isTrue();
        return new Result(process.exitValue(), said);
    }

    /** Opens the window, and from another thread waits for the pair, starts a long translation and closes. */
    static final class ClosesInTheMiddle {
        public static void main(String[] arguments) {
            OpenedWindow.open(ClosesInTheMiddle::use);
        }

        private static void use() throws InterruptedException {
            OpenedWindow.waitUntilReady();
            OpenedWindow.translate("Das ist ein schönes Haus. ".repeat(2000));
            while (!OpenedWindow.message().startsWith("Translating") || OpenedWindow.count().equals("0")) {
                Thread.sleep(50);
            }
            System.out.println("translating");
            OpenedWindow.close();
        }
    }

    /** Starts the program with a recording, waits until it is shown, and closes the window. */
    static final class ShowsARecording {
        public static void main(String[] arguments) {
            OpenedWindow.start(ShowsARecording::use);
            System.exit(CommandLineInterface.run(arguments));
        }

        private static void use() throws InterruptedException {
            while (Window.getWindows().isEmpty() || OpenedWindow.count().equals("0")
                    || !OpenedWindow.text("#status-provider").contains("CPU")) {
                Thread.sleep(50);
            }
            System.err.println("fallback: " + OpenedWindow.text("#fallback-value"));
            System.err.println("tokens: " + OpenedWindow.count());
            OpenedWindow.onFxThread(() -> {
                Stage stage = (Stage) Window.getWindows().get(0);
                System.err.println("source: " + ((TextInputControl) stage.getScene().lookup("#source")).getText());
                stage.close();
            });
        }
    }

    /** Opens the window, and from another thread lets the doctor load a second copy of the pair, and closes meanwhile. */
    static final class ClosesDuringACheck {
        public static void main(String[] arguments) {
            OpenedWindow.open(ClosesDuringACheck::use);
        }

        private static void use() throws InterruptedException {
            OpenedWindow.waitUntilReady();
            Stage main = (Stage) Window.getWindows().get(0);
            OpenedWindow.choose(main, "menu-tools-computer");
            OpenedWindow.onFxThread(() -> ((ButtonBase) settings().lookup("#doctor-examine")).fire());
            boolean[] found = new boolean[1];
            while (!found[0]) {
                OpenedWindow.onFxThread(() -> found[0] = settings().lookup("#finding-CUDA") != null);
            }
            System.out.println("checking");
            OpenedWindow.onFxThread(main::close);
        }

        static Scene settings() {
            return Window.getWindows().get(1).getScene();
        }
    }

    /** Opens the window and tells the colour of its ground until the pair is there and the desktop was asked. */
    static final class TellsItsTheme {
        private static final int LOOKS = 40;

        public static void main(String[] arguments) {
            OpenedWindow.open(TellsItsTheme::use);
        }

        private static void use() throws InterruptedException {
            OpenedWindow.waitUntilReady();
            for (int look = 0; look < LOOKS && !"#0d1117".equals(ground()); look++) {
                Thread.sleep(50);
            }
            System.out.println(ground());
            OpenedWindow.close();
        }

        private static String ground() throws InterruptedException {
            String[] ground = new String[1];
            OpenedWindow.onFxThread(() -> ground[0] = Window.getWindows().get(0).getScene().getFill().toString()
                    .replaceAll("0x(\\w{6})ff", "#$1"));
            return ground[0];
        }
    }

    /** Opens the window, translates, and has the system end the process before the history is written by itself. */
    static final class IsAskedToEnd {
        public static void main(String[] arguments) {
            OpenedWindow.open(IsAskedToEnd::use);
        }

        private static void use() throws InterruptedException {
            OpenedWindow.waitUntilReady();
            OpenedWindow.translate("Das ist ein Haus.");
            OpenedWindow.waitFor("Done");
            Signal.raise(new Signal("TERM"));
        }
    }

    /** Opens the window, translates, chooses German and restarts. */
    static final class RestartsInGerman {
        public static void main(String[] arguments) {
            OpenedWindow.open(RestartsInGerman::use);
        }

        private static void use() throws InterruptedException {
            OpenedWindow.waitUntilReady();
            Stage first = (Stage) Window.getWindows().get(0);
            OpenedWindow.onFxThread(() ->
                    ((TextInputControl) first.getScene().lookup("#source")).setText("Das ist ein Haus."));
            OpenedWindow.waitFor("Done");
            System.out.println("restarting " + OpenedWindow.count());
            OpenedWindow.choose(first, "menu-tools-settings");
            Scene settings = ClosesDuringACheck.settings();
            OpenedWindow.onFxThread(() -> ((ComboBox<?>) settings.lookup("#language")).getSelectionModel().selectLast());
            OpenedWindow.onFxThread(() -> ((ButtonBase) settings.lookup("#language-restart")).fire());
            while (Window.getWindows().isEmpty() || Window.getWindows().get(0) == first
                    || !OpenedWindow.message().startsWith("Bereit")) {
                Thread.sleep(50);
            }
            OpenedWindow.onFxThread(() -> System.out.println("source: " + ((TextInputControl) Window.getWindows()
                    .get(0).getScene().lookup("#source")).getText()));
            System.out.println("tokens " + OpenedWindow.count());
            OpenedWindow.close();
        }
    }
}
