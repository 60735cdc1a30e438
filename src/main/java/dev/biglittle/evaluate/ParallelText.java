package dev.biglittle.evaluate;

import dev.biglittle.problem.Problem;
import dev.biglittle.problem.Reason;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/**
 * Texts and what they should become, one a line.
 *
 * @param sources    texts to translate, at least one
 * @param references as many translations
 */
public record ParallelText(List<String> sources, List<String> references) {
    /**
     * Reads two UTF-8 files of as many lines.
     *
     * @param limit texts to take from the beginning
     * @throws Problem if a file cannot be read, or the two do not match
     */
    public static ParallelText read(Path source, Path reference, int limit) {
        List<String> sources = sources(source);
        // with its mark, if it has one: sacreBLEU counts it, too
        List<String> references = lines(reference);
        if (sources.size() != references.size()) {
            throw Problem.of("texts.lines", source, sources.size(), reference, references.size());
        }
        int texts = Math.min(limit, sources.size());
        return new ParallelText(sources.subList(0, texts), references.subList(0, texts));
    }

    /** Reads the texts of one UTF-8 file, at least one; throws as {@link #read} does. */
    public static List<String> sources(Path source) {
        List<String> sources = lines(source);
        if (sources.isEmpty()) {
            throw Problem.of("texts.empty", source);
        }
        sources.set(0, withoutByteOrderMark(sources.get(0)));
        return sources;
    }

    /** The first line of a file without the mark that some editors begin it with, which no model knows as text. */
    public static String withoutByteOrderMark(String line) {
        return line.startsWith("\uFEFF") ? line.substring(1) : line;
    }

    private static List<String> lines(Path file) {
        if (Files.isDirectory(file)) {
            throw Problem.of("texts.folder", file);
        }
        try {
            return Files.readAllLines(file);
        } catch (NoSuchFileException e) {
            throw Problem.of("file.none", file).because(e);
        } catch (CharacterCodingException e) {
            throw Problem.of("texts.notUtf8", file).because(e);
        } catch (IOException e) {
            throw Problem.of("texts.unreadable", file, Reason.of(e)).because(e);
        }
    }
}
