package dev.biglittle.app.share;

import dev.biglittle.app.Messages;
import dev.biglittle.folder.WholeFile;
import dev.biglittle.problem.Problem;
import dev.biglittle.problem.Reason;
import dev.biglittle.recording.Recording;
import java.io.IOException;
import java.nio.file.Path;

/** Writes pages. */
final class PageFile {
    private PageFile() {
    }

    /** Writes a file that is whole, or leaves the one before. */
    static void save(Path file, Recording recording) {
        try {
            WholeFile.write(file, new Page(recording).html());
        } catch (IOException e) {
            throw new Problem(Messages.text("share.unwritable", file.toString(), Reason.of(e).in(Messages.language())), e);
        }
    }
}
