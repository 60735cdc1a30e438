package dev.biglittle.app.file;

import dev.biglittle.app.Messages;
import dev.biglittle.folder.WholeFile;
import dev.biglittle.problem.Problem;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;

/**
 * Translates one file into another, line by line. The translation grows in a file beside the target that ends in
 * {@code .part}, and takes the target's place when it is whole; if it ends early, what there is stays there.
 */
final class FileTranslation {
    /** Translates a line; ends with a {@link CancellationException} when told so. */
    @FunctionalInterface
    interface LineTranslator {
        String translate(String line, BooleanSupplier cancelled);
    }

    private final Path source;
    private final Path target;
    private final LineTranslator translator;
    private volatile boolean cancelled;
    private Path part;
    private long written;

    FileTranslation(Path source, Path target, LineTranslator translator) {
        this.source = source;
        this.target = target;
        this.translator = translator;
    }

    /**
     * Does the work on this thread.
     *
     * @param progress told the share of the file that is done, after each line
     * @return whether it was finished; false if it was cancelled
     * @throws Problem if a file cannot be read or written
     */
    boolean run(DoubleConsumer progress) {
        try {
            if (Files.exists(target) && Files.isSameFile(source, target)) {
                throw new Problem(Messages.text("file.same", source.toString()));
            }
            try (TextPieces pieces = new TextPieces(source); BufferedWriter out = openPart()) {
                long size = Math.max(1, Files.size(source));
                for (String line = pieces.next(); line != null; line = pieces.next()) {
                    String translation = line.isBlank() ? line : translator.translate(line, () -> cancelled);
                    out.write(translation);
                    out.flush();
                    written += translation.length();
                    progress.accept(Math.min(1, (double) pieces.bytesRead() / size));
                }
            }
            WholeFile.replace(target, part);
            return true;
        } catch (CancellationException e) {
            return false;
        } catch (IOException e) {
            throw TextFile.unwritable(part != null ? part : target, e);
        } finally {
            dropEmptyPart();
        }
    }

    /** A new file: what an earlier translation left is not written over. */
    private BufferedWriter openPart() throws IOException {
        part = WholeFile.newPart(target);
        return Files.newBufferedWriter(part);
    }

    private void dropEmptyPart() {
        if (part != null && written == 0) {
            try {
                Files.deleteIfExists(part);
            } catch (IOException e) {
                throw TextFile.unwritable(part, e);
            }
        }
    }

    /** Stops it soon; from any thread. */
    void cancel() {
        cancelled = true;
    }

    /** Where an unfinished translation is; null if there is none. */
    Path partial() {
        return part != null && Files.exists(part) ? part : null;
    }
}
