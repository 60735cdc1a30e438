package dev.biglittle.folder;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;

/** Files that are whole, or the ones before. They grow in a part beside them, which then takes their place. */
public final class WholeFile {
    private WholeFile() {
    }

    /** Writes a file that then takes its place. */
    public interface Content {
        /** @param part exists, and is empty */
        void writeTo(Path part) throws IOException;
    }

    /** Writes a text in UTF-8; half a surrogate pair, which cannot be, becomes a question mark. */
    public static void write(Path file, String text) throws IOException {
        write(file, part -> Files.write(part, text.getBytes(StandardCharsets.UTF_8)));
    }

    public static void write(Path file, Content content) throws IOException {
        Path part = newPart(file);
        try {
            content.writeTo(part);
            replace(file, part);
        } catch (IOException | RuntimeException | Error e) {
            // only now: where the part took its place, its name may be another one's by now
            Files.deleteIfExists(part);
            throw e;
        }
    }

    /**
     * An empty file beside that one. Its name was free: neither a file of the user's nor another program's part is written
     * over. Who may read and write the file may do so with the part, from the start, and nobody else; so a file that is
     * protected from writing stays as it is.
     */
    public static Path newPart(Path file) throws IOException {
        Path part = createPart(file);
        try {
            copyPermissions(file, part);
            return part;
        } catch (IOException e) {
            Files.delete(part);
            throw e;
        }
    }

    private static Path createPart(Path file) throws IOException {
        for (int i = 1; ; i++) {
            try {
                return Files.createFile(file.resolveSibling(file.getFileName() + (i == 1 ? "" : "." + i) + ".part"));
            } catch (FileAlreadyExistsException e) {
                // the next number
            }
        }
    }

    private static void copyPermissions(Path from, Path to) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(to, PosixFileAttributeView.class);
        if (view != null && Files.exists(from)) {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(from);
            // not every disk lets them be set
            if (!permissions.equals(view.readAttributes().permissions())) {
                view.setPermissions(permissions);
            }
        }
    }

    /** Puts a finished part in the file's place, in one step where the file system can. */
    public static void replace(Path file, Path part) throws IOException {
        try {
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
