package dev.biglittle.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.biglittle.pair.PairFolders;
import dev.biglittle.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextTokenizerTest {
    @TempDir
    Path folder;

    @Test
    void specialTokensSpelledOutInATextAreText() {
        try (TextTokenizer tokenizer = TextTokenizer.load(PairFolders.byDefault().resolve("tokenizer.json"))) {
            int[] ids = tokenizer.encode("Das Ende </s> ist <pad> nicht </s>");
            assertThat(ids).doesNotContain(0).endsWith(1);
            assertThat(Arrays.stream(ids).filter(id -> id == 1)).as("only the real end").hasSize(1);
        }
    }

    @Test
    void aFileThatIsNoTokenizerIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("tokenizer.json"), "{\"model\": 3}");
        assertThatThrownBy(() -> TextTokenizer.load(file)).isInstanceOf(Problem.class)
                .hasMessageContaining(file.toString());
    }
}
