package dev.biglittle.app.file;

import dev.biglittle.recording.RecordingFile;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Asks the user for files. Called on the window's thread, and waits for the answer. */
public interface FileDialogs {
    /** What a file holds. */
    enum Kind {
        TEXT(".txt"), RECORDING(RecordingFile.EXTENSION), PAGE(".html"), PICTURE(".png");

        private final String extension;

        Kind(String extension) {
            this.extension = extension;
        }

        /** How its files end. */
        public String extension() {
            return extension;
        }

        /** The file with the right ending, which not every system's dialog adds. */
        public Path named(Path file) {
            String name = file.getFileName().toString();
            return name.toLowerCase(Locale.ROOT).endsWith(extension) ? file : file.resolveSibling(name + extension);
        }
    }

    /** A file of that kind to open. */
    default Optional<Path> open(Kind kind) {
        return open();
    }

    /**
     * A file of that kind to write; if it exists, the user has agreed to lose it.
     *
     * @param folder    where to begin; null for where the user was last
     * @param suggested name
     */
    default Optional<Path> save(Kind kind, Path folder, String suggested) {
        return save(folder, suggested);
    }

    /** A folder to read from. */
    default Optional<Path> folder() {
        return Optional.empty();
    }

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
