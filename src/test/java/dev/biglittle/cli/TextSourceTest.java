package dev.biglittle.cli;

import static org.assertj.core.api.Assertions.assertThat;

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
            assertThat(source.iterator()).toIterable().containsExactly("Das ist gut.", "Danke.");
        }
    }
}
