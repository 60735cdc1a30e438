package dev.biglittle.app.file;

import java.nio.file.Path;
import java.util.Optional;

/** Asks the user for files. Called on the window's thread, and waits for the answer. */
public interface FileDialogs {
    /** A text file to open. */
    Optional<Path> open();

    /**
     * A file to write; if it exists, the user has agreed to lose it.
     *
     * @param folder    where to begin; null for where the user was last
     * @param suggested name
     */
    Optional<Path> save(Path folder, String suggested);
}
