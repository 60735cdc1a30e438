package dev.biglittle.app.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.biglittle.problem.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class TextFileTest {
    @TempDir
    Path folder;

    private Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("brief.txt"), bytes);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void lineEndsAndLettersOfAllKindsAreReadAsTheyAre() throws IOException {
        String text = "Grüße\r\n\n漢字 🎈\n ohne Zeilenende";
        assertThat(TextFile.read(file(utf8(text)))).isEqualTo(text);
        assertThat(TextFile.read(file(utf8("\uFEFF" + text)))).as("without the byte order mark").isEqualTo(text);
        assertThat(TextFile.read(file(new byte[0]))).isEmpty();
    }

    @Test
    void anotherEncodingIsRefusedWithTheLineAndWhatToDo() throws IOException {
        Path latin = file("eins\nzwei\nGrüße\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> TextFile.read(latin)).isInstanceOf(Problem.class)
                .hasMessage(latin + " is not in UTF-8 (see line 3). Save it as UTF-8 in the program it comes from, and"
                        + " open it again.");
        Path utf16 = file("\uFEFFGrüße".getBytes(StandardCharsets.UTF_16LE));
        assertThatThrownBy(() -> TextFile.read(utf16)).isInstanceOf(Problem.class).hasMessageContaining("UTF-16");
        Path picture = file(new byte[] {'P', 'N', 'G', 0, 1});
        assertThatThrownBy(() -> TextFile.read(picture)).isInstanceOf(Problem.class)
                .hasMessageContaining("is not a text file");
    }

    @Test
    void whatIsNoFileIsSaidToBeNone() {
        Path missing = folder.resolve("weg.txt");
        assertThatThrownBy(() -> TextFile.read(missing)).isInstanceOf(Problem.class)
                .hasMessage("There is no file " + missing + ". Check the name, or choose another file.");
        assertThatThrownBy(() -> TextFile.read(folder)).isInstanceOf(Problem.class).hasMessageContaining("is a folder");
    }

    @Test
    void writingReplacesTheFileAndLeavesNothingElse() throws IOException {
        Path file = file(utf8("alt"));
        TextFile.write(file, "neu 🎈");
        assertThat(file).hasContent("neu 🎈");
        assertThat(folder.toFile().list()).containsExactly("brief.txt");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void othersMayReadWhatIsSavedAsTheyMayReadAnyFile() throws IOException {
        Path any = file(utf8("alt"));
        Path saved = folder.resolve("neu.txt");
        TextFile.write(saved, "neu");
        assertThat(Files.getPosixFilePermissions(saved)).isEqualTo(Files.getPosixFilePermissions(any));
        Files.setPosixFilePermissions(saved, PosixFilePermissions.fromString("rw-rw-r--"));
        TextFile.write(saved, "neuer");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(saved))).isEqualTo("rw-rw-r--");
    }

    @Test
    void aFileThatCannotBeWrittenIsNamedAndLeftAlone() {
        Path nowhere = folder.resolve("none").resolve("brief.txt");
        assertThatThrownBy(() -> TextFile.write(nowhere, "x")).isInstanceOf(Problem.class)
                .hasMessageContaining(nowhere.toString()).hasMessageContaining("cannot be written");
        assertThat(folder.resolve("none")).doesNotExist();
    }

    @Test
    void aLineOfAnyLengthComesInPiecesThatJoinToIt() throws IOException {
        String words = "Wörter und Wörter ".repeat(10_000);
        String noSpaces = "漢字ü".repeat(60_000);
        List<String> pieces = new ArrayList<>();
        try (TextPieces reader = new TextPieces(file(utf8(words + "\n" + noSpaces)))) {
            for (String piece = reader.next(); piece != null; piece = reader.next()) {
                pieces.add(piece);
            }
            assertThat(reader.bytesRead()).isEqualTo(Files.size(folder.resolve("brief.txt")));
        }
        assertThat(String.join("", pieces)).isEqualTo(words + "\n" + noSpaces);
        assertThat(pieces).hasSizeGreaterThan(5).allMatch(piece -> utf8(piece).length <= 2 * TextPieces.LONGEST + 3);
    }
}
