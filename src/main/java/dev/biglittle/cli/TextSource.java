package dev.biglittle.cli;

import dev.biglittle.evaluate.ParallelText;
import dev.biglittle.problem.Problem;
import dev.biglittle.problem.Reason;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** The texts of one call, read as they are needed. */
final class TextSource implements Iterator<String>, AutoCloseable {
    private final String name;
    private final InputStream bytes;
    private final Utf8Lines lines;
    private String next;
    private int line;

    private TextSource(String name, InputStream bytes) {
        this.name = name;
        this.bytes = bytes;
        lines = new Utf8Lines(bytes);
    }

    /** One text from the command line, or the lines of a file or of standard input. */
    static TextSource open(String text, String file) {
        if (text != null && file != null) {
            throw new UsageProblem("Both a text and --input were given; give one of them.");
        }
        if (text != null && !text.equals("-")) {
            TextSource one = new TextSource("the command line", InputStream.nullInputStream());
            one.next = text;
            return one;
        }
        if (file == null || file.equals("-")) {
            if (System.console() != null) {
                System.err.println("Type texts, one a line; end with Ctrl+D (on Windows Ctrl+Z and Enter).");
            }
            return new TextSource("standard input", System.in);
        }
        try {
            Path path = Path.of(file);
            if (Files.isDirectory(path)) {
                throw new Problem("The input " + file + " is a folder; name a text file.");
            }
            return new TextSource(file, new BufferedInputStream(Files.newInputStream(path)));
        } catch (NoSuchFileException | InvalidPathException e) {
            throw new Problem("There is no file " + file + "; check the name after --input.", e);
        } catch (IOException e) {
            throw new Problem("The file " + file + " cannot be read: " + Reason.of(e) + ".", e);
        }
    }

    /** Whether there is another text; throws a {@link Problem} where the input is damaged. */
    @Override
    public boolean hasNext() {
        if (next == null) {
            line++;
            try {
                next = lines.next();
            } catch (CharacterCodingException e) {
                throw stopped("it is not UTF-8 text; convert it first", e);
            } catch (IOException e) {
                throw stopped(Reason.of(e).toString(), e);
            }
            if (next != null && line == 1) {
                next = ParallelText.withoutByteOrderMark(next);
            }
        }
        return next != null;
    }

    /** Where the last text stands, for people. */
    String name() {
        return line == 0 ? name : name + ", line " + line;
    }

    private Problem stopped(String why, IOException e) {
        return new Problem("Reading " + name + " stopped at line " + line + ": " + why + ".", e);
    }

    @Override
    public String next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        String text = next;
        next = null;
        return text;
    }

    @Override
    public void close() {
        try {
            bytes.close();
        } catch (IOException e) {
            throw new Problem("The input " + name + " could not be closed: " + Reason.of(e) + ".", e);
        }
    }
}
