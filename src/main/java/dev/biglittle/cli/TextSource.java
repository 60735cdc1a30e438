package dev.biglittle.cli;

import dev.biglittle.evaluate.ParallelText;
import dev.biglittle.problem.Problem;
import dev.biglittle.problem.Reason;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/** The texts of one call, read as they are needed. */
final class TextSource implements AutoCloseable {
    private final String name;
    private final BufferedReader reader;
    private final Iterator<String> texts;

    private TextSource(String name, BufferedReader reader, Iterator<String> texts) {
        this.name = name;
        this.reader = reader;
        this.texts = texts;
    }

    /** One text from the command line, or the lines of a file or of standard input. */
    static TextSource open(String text, String file) {
        if (text != null && file != null) {
            throw new UsageProblem("Both a text and --input were given; give one of them.");
        }
        if (text != null && !text.equals("-")) {
            return new TextSource("the command line", null, List.of(text).iterator());
        }
        if (file == null || file.equals("-")) {
            if (System.console() != null) {
                System.err.println("Type texts, one a line; end with Ctrl+D (on Windows Ctrl+Z and Enter).");
            }
            return lines("standard input", new BufferedReader(new InputStreamReader(System.in,
                    StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT))));
        }
        try {
            Path path = Path.of(file);
            if (Files.isDirectory(path)) {
                throw new Problem("The input " + file + " is a folder; name a text file.");
            }
            return lines(file, Files.newBufferedReader(path));
        } catch (NoSuchFileException | InvalidPathException e) {
            throw new Problem("There is no file " + file + "; check the name after --input.", e);
        } catch (IOException e) {
            throw new Problem("The file " + file + " cannot be read: " + Reason.of(e) + ".", e);
        }
    }

    private static TextSource lines(String name, BufferedReader reader) {
        return new TextSource(name, reader, reader.lines().iterator());
    }

    /** The texts, once; reading on throws a {@link Problem} where the input is damaged. */
    Iterator<String> iterator() {
        return new Iterator<>() {
            private int line = 1;

            @Override
            public boolean hasNext() {
                try {
                    return texts.hasNext();
                } catch (UncheckedIOException e) {
                    throw damaged(e.getCause());
                }
            }

            @Override
            public String next() {
                String text = texts.next();
                return line++ == 1 ? ParallelText.withoutByteOrderMark(text) : text;
            }

            private Problem damaged(IOException e) {
                String why = e instanceof CharacterCodingException ? "it is not UTF-8 text; convert it first"
                        : Reason.of(e).toString();
                return new Problem("Reading " + name + " stopped at or after line " + line + ": " + why + ".", e);
            }
        };
    }

    @Override
    public void close() {
        if (reader == null) {
            return;
        }
        try {
            reader.close();
        } catch (IOException e) {
            throw new Problem("The input " + name + " could not be closed: " + Reason.of(e) + ".", e);
        }
    }
}
