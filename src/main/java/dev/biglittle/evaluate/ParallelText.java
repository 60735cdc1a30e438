package dev.biglittle.evaluate;

import dev.biglittle.problem.Problem;
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
        List<String> references = lines(reference);
        if (sources.size() != references.size()) {
            throw new Problem("The file " + source + " has " + sources.size() + " lines but " + reference + " has "
                    + references.size() + "; line n of one must be the translation of line n of the other.");
        }
        int texts = Math.min(limit, sources.size());
        return new ParallelText(sources.subList(0, texts), references.subList(0, texts));
    }

    /** Reads the texts of one UTF-8 file, at least one; throws as {@link #read} does. */
    public static List<String> sources(Path source) {
        List<String> sources = lines(source);
        if (sources.isEmpty()) {
            throw new Problem("The file " + source + " is empty; give one text a line.");
        }
        return sources;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (NoSuchFileException e) {
            throw new Problem("There is no file " + file + "; check its name.", e);
        } catch (CharacterCodingException e) {
            throw new Problem("The file " + file + " is not UTF-8 text; convert it first.", e);
        } catch (IOException e) {
            throw new Problem("The file " + file + " cannot be read: " + e.getMessage() + ".", e);
        }
    }
}
