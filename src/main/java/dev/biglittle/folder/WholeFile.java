package dev.biglittle.folder;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Files that are whole, or the ones before. */
public final class WholeFile {
    private WholeFile() {
    }

    /** Writes a file that then takes its place. */
    public interface Content {
        void writeTo(Path part) throws IOException;
    }

    /** Writes a text in UTF-8; half a surrogate pair, which cannot be, becomes a question mark. */
    public static void write(Path file, String text) throws IOException {
        write(file, part -> Files.write(part, text.getBytes(StandardCharsets.UTF_8)));
    }

    public static void write(Path file, Content content) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            content.writeTo(part);
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
