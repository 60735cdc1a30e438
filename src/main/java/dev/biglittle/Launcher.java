package dev.biglittle;

import dev.biglittle.cli.CommandLineInterface;

/**
 * Starts the program: the window without arguments, the command line with them. Not a JavaFX Application itself, since
 * Java refuses to start one from the class path.
 */
public final class Launcher {
    private Launcher() {
    }

    public static void main(String[] arguments) {
        System.exit(CommandLineInterface.run(arguments));
    }
}
