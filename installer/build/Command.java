import java.io.File;
import java.io.IOException;
import java.util.Map;

/** Runs other programs. */
final class Command {
    private Command() {
    }

    /** Runs a program that must succeed, and shows what it prints. */
    static void run(String... command) throws InterruptedException {
        int code = run(Map.of(), ProcessBuilder.Redirect.INHERIT, command);
        if (code != 0) {
            throw new Failure(command[0] + " ended with exit code " + code + "; its own message is above.");
        }
    }

    /** Runs a program and returns its exit code. */
    static int run(Map<String, String> environment, ProcessBuilder.Redirect output, String... command)
            throws InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output);
        builder.environment().putAll(environment);
        try {
            return builder.start().waitFor();
        } catch (IOException e) {
            throw new Failure(command[0] + " cannot be started: " + e.getMessage() + ".");
        }
    }

    /** Whether a program of that name is on the path. */
    static boolean exists(String program) {
        for (String folder : System.getenv("PATH").split(File.pathSeparator)) {
            if (new File(folder, program).canExecute()) {
                return true;
            }
        }
        return false;
    }
}
