package dev.biglittle.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * The lines of a UTF-8 text. Each is decoded by itself, so that one that is no UTF-8 takes no line before it along, as
 * Java's readers, which decode in blocks, would.
 */
final class Utf8Lines {
    private final InputStream bytes;
    private boolean afterReturn;

    /** @param bytes read one by one; the caller's to close */
    Utf8Lines(InputStream bytes) {
        this.bytes = bytes;
    }

    /**
     * The next line without its end (a line feed, a carriage return, or both); null after the last.
     *
     * @throws CharacterCodingException if it is no UTF-8
     */
    String next() throws IOException {
        int b = bytes.read();
        if (afterReturn && b == '\n') {
            b = bytes.read();
        }
        if (b < 0) {
            return null;
        }
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (; b >= 0 && b != '\n' && b != '\r'; b = bytes.read()) {
            line.write(b);
        }
        // what follows is not waited for: who types a line wants an answer
        afterReturn = b == '\r';
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line.toByteArray())).toString();
    }
}
