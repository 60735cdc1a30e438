package dev.biglittle.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
    @TempDir
    Path folder;

    @Test
    void theFileIsReplacedAndNothingElseIsLeft() throws IOException {
        Path file = Files.writeString(folder.resolve("page.html"), "old");
        WholeFile.write(file, part -> {
            assertThat(file).as("untouched meanwhile").hasContent("old");
            assertThat(part).hasParent(folder).isEmptyFile();
            Files.writeString(part, "new");
        });
        assertThat(file).hasContent("new");
        assertThat(folder.toFile().list()).containsExactly("page.html");
    }

    @Test
    void aFileThatHappensToHaveThePartsNameStays() throws IOException {
        Path mine = Files.writeString(folder.resolve("page.html.part"), "mine");
        WholeFile.write(folder.resolve("page.html"), "new");
        assertThat(mine).hasContent("mine");
        assertThat(folder.resolve("page.html")).hasContent("new");
        assertThat(folder.toFile().list()).hasSize(2);
    }

    @Test
    void twoThatWriteTheSameFileHaveAPartEach() throws IOException {
        Path file = folder.resolve("page.html");
        WholeFile.write(file, first -> {
            Files.writeString(first, "first");
            WholeFile.write(file, second -> Files.writeString(second, "second"));
            assertThat(file).hasContent("second");
        });
        assertThat(file).hasContent("first");
        assertThat(folder.toFile().list()).containsExactly("page.html");
    }

    @Test
    void aFailureLeavesTheFileAndNoPart() throws IOException {
        Path file = Files.writeString(folder.resolve("page.html"), "old");
        assertThatThrownBy(() -> WholeFile.write(file, part -> {
            Files.writeString(part, "half");
            throw new IOException("no room");
        })).hasMessage("no room");
        assertThat(file).hasContent("old");
        assertThat(folder.toFile().list()).containsExactly("page.html");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aFileMayBeReadByWhomItMightBeBefore() throws IOException {
        Path file = folder.resolve("page.html");
        WholeFile.write(file, "new");
        assertThat(permissions(file)).as("as of any new file").isEqualTo(
                permissions(Files.createFile(folder.resolve("any"))));
        for (String kept : new String[] {"rw-rw-rw-", "rw-------"}) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(kept));
            WholeFile.write(file, part -> assertThat(permissions(part)).as("from the start").isEqualTo(kept));
            assertThat(permissions(file)).isEqualTo(kept);
        }
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
