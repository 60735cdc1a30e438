package dev.biglittle.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.biglittle.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextSourceTest {
    @TempDir
    Path folder;

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstText() throws Exception {
        Path file = Files.writeString(folder.resolve("marked.txt"), "\uFEFFDas ist gut.\nDanke.\n");
        try (TextSource source = TextSource.open(null, file.toString())) {
            assertThat(source).toIterable().containsExactly("Das ist gut.", "Danke.");
        }
    }

    @Test
    void everyEndOfALineIsOne() throws Exception {
        Path file = Files.writeString(folder.resolve("ends.txt"), "a\nb\r\nc\rd\n\n\r\n\re");
        try (TextSource source = TextSource.open(null, file.toString())) {
            assertThat(source).toIterable().containsExactly("a", "b", "c", "d", "", "", "", "e");
        }
    }

    @Test
    void linesBeforeOneThatIsNotUtf8AreRead() throws Exception {
        Path file = Files.write(folder.resolve("latin1.txt"), "Hallo.\nGr\u00fcn.\nDanke.\n".getBytes(StandardCharsets.ISO_8859_1));
        try (TextSource source = TextSource.open(null, file.toString())) {
            assertThat(source.next()).isEqualTo("Hallo.");
            assertThatThrownBy(source::hasNext).isInstanceOf(Problem.class).hasMessageContaining("latin1.txt stopped at line 2")
                    .hasMessageContaining("not UTF-8");
        }
    }
}
