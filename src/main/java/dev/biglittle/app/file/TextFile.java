package dev.biglittle.app.file;

import dev.biglittle.app.Messages;
import dev.biglittle.folder.WholeFile;
import dev.biglittle.problem.Problem;
import dev.biglittle.problem.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Text files in UTF-8, read strictly: a text in another encoding is refused rather than translated as gibberish. */
final class TextFile {
    private TextFile() {
    }

    /** The whole text; a {@link Problem} if there is none to be read. */
    static String read(Path file) {
        StringBuilder text = new StringBuilder();
        try (TextPieces pieces = new TextPieces(file)) {
            for (String piece = pieces.next(); piece != null; piece = pieces.next()) {
                text.append(piece);
            }
        }
        return text.toString();
    }

    /** Replaces the file as a whole or not at all. */
    static void write(Path file, String text) {
        try {
            WholeFile.write(file, text);
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    /** The text of bytes that stand in that line of the file. */
    static String decode(ByteArrayOutputStream bytes, Path file, long line) {
        byte[] all = bytes.toByteArray();
        for (byte b : all) {
            if (b == 0) {
                throw new Problem(Messages.text("file.binary", file.toString()));
            }
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(all)).toString();
        } catch (CharacterCodingException e) {
            throw new Problem(Messages.text("file.notUtf8", file.toString(), Long.toString(line)), e);
        }
    }

    static Problem unreadable(Path file, IOException e) {
        if (e instanceof NoSuchFileException) {
            return new Problem(Messages.text("file.missing", file.toString()), e);
        }
        return new Problem(Messages.text("file.unreadable", file.toString(), reason(e)), e);
    }

    static Problem unwritable(Path file, IOException e) {
        return new Problem(Messages.text("file.unwritable", file.toString(), reason(e)), e);
    }

    private static String reason(IOException e) {
        return Reason.of(e).in(Messages.language());
    }
}
