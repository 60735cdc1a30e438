package dev.biglittle.app.file;

import dev.biglittle.app.Messages;
import dev.biglittle.problem.Problem;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A text file line by line, line ends included, so that a file of any size can be read. A byte order mark is left out. */
final class TextPieces implements AutoCloseable {
    /** A longer line is cut after a space: no sentence is that long. */
    static final int LONGEST = 64 * 1024;

    private final Path file;
    private final InputStream in;
    private long line = 1;
    private long bytesRead;

    /** @throws Problem if the file cannot be read, or is in UTF-16 */
    TextPieces(Path file) {
        this.file = file;
        if (Files.isDirectory(file)) {
            throw new Problem(Messages.text("file.folder", file.toString()));
        }
        try {
            in = new BufferedInputStream(Files.newInputStream(file));
            try {
                skipByteOrderMark();
            } catch (IOException | RuntimeException e) {
                in.close();
                throw e;
            }
        } catch (IOException e) {
            throw TextFile.unreadable(file, e);
        }
    }

    private void skipByteOrderMark() throws IOException {
        in.mark(3);
        int first = in.read();
        int second = in.read();
        if (first == 0xFE && second == 0xFF || first == 0xFF && second == 0xFE) {
            throw new Problem(Messages.text("file.utf16", file.toString()));
        }
        if (first == 0xEF && second == 0xBB && in.read() == 0xBF) {
            bytesRead = 3;
        } else {
            in.reset();
        }
    }

    /** Whether the byte before belongs to the same character as the one that comes. */
    private boolean insideCharacter() throws IOException {
        in.mark(1);
        int next = in.read();
        in.reset();
        return (next & 0xC0) == 0x80;
    }

    /** The next line; null at the end. */
    String next() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            for (int b = in.read(); b >= 0; b = in.read()) {
                bytes.write(b);
                // in UTF-8 no byte of a longer character looks like these
                if (b == '\n' || b == ' ' && bytes.size() >= LONGEST
                        || bytes.size() >= 2 * LONGEST && !insideCharacter()) {
                    break;
                }
            }
        } catch (IOException e) {
            throw TextFile.unreadable(file, e);
        }
        if (bytes.size() == 0) {
            return null;
        }
        bytesRead += bytes.size();
        String piece = TextFile.decode(bytes, file, line);
        if (piece.endsWith("\n")) {
            line++;
        }
        return piece;
    }

    /** Bytes of the file that were handed out so far. */
    long bytesRead() {
        return bytesRead;
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw TextFile.unreadable(file, e);
        }
    }
}
