package dev.biglittle.cli;

import dev.biglittle.app.BigLittleApp;
import dev.biglittle.problem.Problem;
import dev.biglittle.recording.RecordingFile;
import java.nio.charset.StandardCharsets;
import java.io.File;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The root command. */
@Command(name = "biglittle", mixinStandardHelpOptions = true, versionProvider = VersionText.class,
        synopsisSubcommandLabel = "[COMMAND]",
        description = "A translator in which a small and a large model write one text together. "
                + "Without a command it opens the window.",
        subcommands = {TranslateCommand.class, EvaluateCommand.class, BenchCommand.class, PairsCommand.class, DoctorCommand.class,
                CommandLine.HelpCommand.class})
public final class CommandLineInterface implements Callable<Integer> {
    /** Exit code for wrong usage. */
    static final int USAGE = CommandLine.ExitCode.USAGE;
    /** Exit code for a failure. */
    static final int FAILURE = CommandLine.ExitCode.SOFTWARE;
    /** Exit code after an interrupt from the keyboard, as shells have it. */
    static final int INTERRUPTED = 130;

    @Parameters(arity = "0..1", paramLabel = "FILE" + RecordingFile.EXTENSION,
            description = "A recorded translation to show in the window.")
    private Path recording;

    @Mixin
    private RuntimeOptions options;

    @Override
    public Integer call() {
        checkRecording();
        options.settings();     // what is wrong is said before there is a window
        BigLittleApp.open(options.pairFolder(), options::over, recording);
        return CommandLine.ExitCode.OK;
    }

    /** A mistyped command must not open the window; what is in the file, the window says. */
    private void checkRecording() {
        if (recording != null && !recording.toString().endsWith(RecordingFile.EXTENSION)) {
            throw new UsageProblem("There is no command '" + recording + "', and a recording's name would end with "
                    + RecordingFile.EXTENSION + ". Run 'biglittle --help' for the commands.");
        }
        if (recording != null && !Files.isRegularFile(recording)) {
            throw new UsageProblem("There is no file " + recording + "; check its name.");
        }
    }

    /** Runs a command line and returns the exit code. Texts are UTF-8 whatever the platform's encoding is. */
    public static int run(String[] arguments) {
        PrintStream utf8 = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        System.setOut(utf8);
        System.setErr(new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
        quietLogs();
        int code = execute(arguments);
        if (utf8.checkError() && code == CommandLine.ExitCode.OK) {
            System.err.println("biglittle: The output could not be written in full;"
                    + " check the disk or the program that reads it.");
            code = FAILURE;
        }
        return code;
    }

    private static int execute(String[] arguments) {
        try {
            return arguments.length == 0 ? window(null)
                    : namesARecording(arguments) ? window(Path.of(arguments[0])) : commandLine().execute(arguments);
        } catch (OutOfMemoryError e) {
            System.err.println("biglittle: The memory is not enough (" + e.getMessage() + ");"
                    + " close other programs, or give Java more with JAVA_OPTS=-Xmx4g.");
            return FAILURE;
        }
    }

    /** A desktop's file manager starts the program so. */
    private static boolean namesARecording(String[] arguments) {
        return arguments.length == 1 && arguments[0].endsWith(RecordingFile.EXTENSION) && new File(arguments[0]).isFile();
    }

    /** As {@link #call}, but without the time that picocli takes to learn all commands before the window can open. */
    private static int window(Path recordingOrNull) {
        try {
            BigLittleApp.open(null, UnaryOperator.identity(), recordingOrNull);
            return CommandLine.ExitCode.OK;
        } catch (Problem e) {
            System.err.println("biglittle: " + e.getMessage());
            return FAILURE;
        }
    }

    static CommandLine commandLine() {
        CommandLine commandLine = new CommandLine(new CommandLineInterface());
        // a text may begin with @, too
        commandLine.setExpandAtFiles(false);
        commandLine.setParameterExceptionHandler((e, arguments) -> complain(e.getCommandLine(), sentence(e, arguments)
                + " Run '" + e.getCommandLine().getCommandSpec().qualifiedName() + " --help' for the options.", USAGE));
        commandLine.setExecutionStrategy(parsed -> {
            refuseWhatStandsBeforeACommand(parsed);
            return new CommandLine.RunLast().execute(parsed);
        });
        commandLine.setExecutionExceptionHandler((e, line, parsed) -> {
            if (e instanceof Problem) {
                return complain(line, e.getMessage(), e instanceof UsageProblem ? USAGE : FAILURE);
            }
            throw e;
        });
        return commandLine;
    }

    /** What is wrong with a command line; picocli's own messages are no sentences, and miss what was meant. */
    private static String sentence(ParameterException e, String[] arguments) {
        if (e.getCause() instanceof Problem) {
            return e.getCause().getMessage();
        }
        boolean root = e.getCommandLine().getParent() == null;
        if (e instanceof UnmatchedArgumentException && root && !arguments[0].startsWith("-")
                && !arguments[0].endsWith(RecordingFile.EXTENSION)) {
            return "There is no command '" + arguments[0] + "'.";
        }
        String message = e.getMessage().endsWith(".") ? e.getMessage() : e.getMessage() + ".";
        return e instanceof UnmatchedArgumentException unmatched && unmatched.isUnknownOption()
                && e.getCommandLine().getCommandName().equals("translate")
                ? message + " A text that begins with - goes after --." : message;
    }

    /** They are for the window, and the command would go on without them. */
    private static void refuseWhatStandsBeforeACommand(ParseResult root) {
        if (root.hasSubcommand() && !root.isUsageHelpRequested() && !root.isVersionHelpRequested()) {
            String command = root.subcommand().commandSpec().name();
            root.matchedOptions().stream().findFirst().ifPresent(option -> {
                throw new ParameterException(root.commandSpec().commandLine(), "The option " + option.longestName()
                        + " stands before '" + command + "'; write it behind.");
            });
            if (!root.matchedPositionals().isEmpty()) {
                throw new ParameterException(root.commandSpec().commandLine(), "'" + root.originalArgs().get(0)
                        + "' stands before the command '" + command + "'; give one of the two.");
            }
        }
    }

    private static int complain(CommandLine line, String message, int code) {
        PrintWriter err = line.getErr();
        err.println("biglittle: " + message);
        err.flush();
        return code;
    }

    /** Log lines are for those who ask for them; DJL warns of a missing GPU that nobody wanted. */
    private static void quietLogs() {
        if (System.getProperty("org.slf4j.simpleLogger.defaultLogLevel") == null) {
            System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "warn");
            System.setProperty("org.slf4j.simpleLogger.log.ai.djl", "error");
            // a library that cannot be unpacked is a problem that is told in a sentence
            System.setProperty("org.slf4j.simpleLogger.log.ai.djl.huggingface.tokenizers.jni.LibUtils", "off");
        }
    }
}
