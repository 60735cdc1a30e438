package dev.biglittle.app.file;

import java.nio.file.Path;
import java.util.Optional;

/** Dialogs that are answered beforehand; null for cancelled. */
public final class ChosenFiles implements FileDialogs {
    public Path toOpen;
    public Path toSave;
    /** The name that was suggested last. */
    public String suggested;

    @Override
    public Optional<Path> open() {
        return Optional.ofNullable(toOpen);
    }

    @Override
    public Optional<Path> save(Path where, String name) {
        suggested = name;
        return Optional.ofNullable(toSave);
    }
}
