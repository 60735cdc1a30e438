package dev.biglittle.app.share;

import dev.biglittle.app.Messages;
import dev.biglittle.problem.Problem;
import dev.biglittle.recording.Recording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes pages. */
final class PageFile {
    private PageFile() {
    }

    /** Writes a file that is whole, or leaves the one before. */
    static void save(Path file, Recording recording) {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.writeString(part, new Page(recording).html());
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new Problem(Messages.text("share.unwritable", file.toString(), String.valueOf(e.getMessage())), e);
        }
    }
}
