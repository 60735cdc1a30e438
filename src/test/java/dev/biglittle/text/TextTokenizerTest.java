package dev.biglittle.text;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.biglittle.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextTokenizerTest {
    @TempDir
    Path folder;

    @Test
    void aFileThatIsNoTokenizerIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("tokenizer.json"), "{\"model\": 3}");
        assertThatThrownBy(() -> TextTokenizer.load(file)).isInstanceOf(Problem.class)
                .hasMessageContaining(file.toString());
    }
}
