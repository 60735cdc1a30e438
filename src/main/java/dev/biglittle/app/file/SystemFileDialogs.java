package dev.biglittle.app.file;

import dev.biglittle.app.Messages;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** The system's own dialogs. */
public final class SystemFileDialogs implements FileDialogs {
    /** Every file; "*.*" means that on Windows only. */
    private static final String ANY = System.getProperty("os.name").startsWith("Windows") ? "*.*" : "*";

    private final Window owner;
    private File folder;

    public SystemFileDialogs(Window owner) {
        this.owner = owner;
    }

    @Override
    public Optional<Path> open() {
        return open(Kind.TEXT);
    }

    @Override
    public Optional<Path> save(Path where, String suggested) {
        return save(Kind.TEXT, where, suggested);
    }

    @Override
    public Optional<Path> open(Kind kind) {
        FileChooser chooser = chooser(kind == Kind.TEXT ? "file.open.title" : "file.open.other", kind);
        return chosen(chooser.showOpenDialog(owner));
    }

    @Override
    public Optional<Path> save(Kind kind, Path where, String suggested) {
        FileChooser chooser = chooser("file.save.title", kind);
        if (where != null && where.toFile().isDirectory()) {
            chooser.setInitialDirectory(where.toFile());
        }
        chooser.setInitialFileName(suggested);
        return chosen(chooser.showSaveDialog(owner));
    }

    @Override
    public Optional<Path> folder() {
        DirectoryChooser chooser = new DirectoryChooser();
        if (folder != null && folder.isDirectory()) {
            chooser.setInitialDirectory(folder);
        }
        return Optional.ofNullable(chooser.showDialog(owner)).map(File::toPath);
    }

    private FileChooser chooser(String title, Kind kind) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Messages.text(title));
        chooser.getExtensionFilters().setAll(
                new FileChooser.ExtensionFilter(Messages.text("file.kind." + kind.name().toLowerCase(Locale.ROOT)),
                        kind == Kind.TEXT ? List.of("*.txt", "*.md", "*.text", "*.TXT", "*.MD", "*.TEXT") : List.of("*" + kind.extension())),
                new FileChooser.ExtensionFilter(Messages.text("file.kind.any"), ANY));
        if (folder != null && folder.isDirectory()) {
            chooser.setInitialDirectory(folder);
        }
        return chooser;
    }

    private Optional<Path> chosen(File file) {
        if (file != null) {
            folder = file.getAbsoluteFile().getParentFile();
        }
        return Optional.ofNullable(file).map(File::toPath);
    }
}
