package dev.biglittle.app.file;

import dev.biglittle.app.Messages;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** The system's own dialogs. */
public final class SystemFileDialogs implements FileDialogs {
    private final Window owner;
    private File folder;

    public SystemFileDialogs(Window owner) {
        this.owner = owner;
    }

    @Override
    public Optional<Path> open() {
        FileChooser chooser = chooser("file.open.title");
        return chosen(chooser.showOpenDialog(owner));
    }

    @Override
    public Optional<Path> save(Path where, String suggested) {
        FileChooser chooser = chooser("file.save.title");
        if (where != null && where.toFile().isDirectory()) {
            chooser.setInitialDirectory(where.toFile());
        }
        chooser.setInitialFileName(suggested);
        return chosen(chooser.showSaveDialog(owner));
    }

    private FileChooser chooser(String title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Messages.text(title));
        chooser.getExtensionFilters().setAll(
                new FileChooser.ExtensionFilter(Messages.text("file.kind.text"), "*.txt", "*.md", "*.text"),
                new FileChooser.ExtensionFilter(Messages.text("file.kind.any"), "*.*"));
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
