package dev.biglittle.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.biglittle.pair.PairFolders;
import dev.biglittle.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    /** Pasted text is full of them, above all of soft hyphens; as bytes they would make nonsense of a translation. */
    @ParameterizedTest
    @ValueSource(strings = {"Bun\u00addes\u00adre\u00adgie\u00adrung", "\ufeffBundesregierung", "Bundes\u200bregierung\u200e",
            "\u2060Bundesregierung\u0000\u001b", "Bundes\ud83dregierung\udc00"})
    void whatNoReaderSeesIsNotRead(String text) {
        try (TextTokenizer tokenizer = TextTokenizer.load(PairFolders.byDefault().resolve("tokenizer.json"))) {
            assertThat(tokenizer.encode(text)).isEqualTo(tokenizer.encode("Bundesregierung"));
            assertThat(tokenizer.encode("\ufeff")).containsExactly(1);
            assertThat(tokenizer.decode(tokenizer.encode("\ud834\udd1e"))).as("a whole character").isEqualTo("\ud834\udd1e");
        }
    }

    /** A decoder by which a token's text depends on its neighbours: what ends in t ends a word. */
    @Test
    void twoTokensAreDecodedTogetherWhereTheDecoderLooksAtBoth() throws IOException {
        Path embedded = PairFolders.byDefault().resolve("tokenizer.json");
        JsonObject json = JsonParser.parseString(Files.readString(embedded)).getAsJsonObject();
        json.add("decoder", JsonParser.parseString("{\"type\": \"BPEDecoder\", \"suffix\": \"t\"}"));
        try (TextTokenizer tokenizer = TextTokenizer.load(Files.writeString(folder.resolve("tokenizer.json"), json.toString()))) {
            int ist = tokenizer.encode("ist")[0];
            int er = tokenizer.encode("er")[0];
            int das = tokenizer.encode("das")[0];
            assertThat(tokenizer.decode(new int[] {ist, das})).isEqualTo("\u2581is \u2581das");
            assertThat(tokenizer.decode(new int[] {er, das})).isEqualTo("\u2581er\u2581das");
        }
    }

    @Test
    void aFileThatIsNoTokenizerIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("tokenizer.json"), "{\"model\": 3}");
        assertThatThrownBy(() -> TextTokenizer.load(file)).isInstanceOf(Problem.class)
                .hasMessageContaining(file.toString());
        Files.write(file, new byte[] {(byte) 0xff, 0, (byte) 0xfe});
        assertThatThrownBy(() -> TextTokenizer.load(file)).isInstanceOf(Problem.class)
                .hasMessageContaining(file.toString()).hasMessageContaining("not UTF-8");
    }

    @Test
    void aTokenizerWithoutSpecialTokensHasNone() throws IOException {
        JsonObject json = JsonParser.parseString(Files.readString(PairFolders.byDefault().resolve("tokenizer.json")))
                .getAsJsonObject();
        json.remove("added_tokens");
        try (TextTokenizer tokenizer = TextTokenizer.load(Files.writeString(folder.resolve("tokenizer.json"), json.toString()))) {
            assertThat(tokenizer.encode("Guten Morgen.")).isNotEmpty();
        }
    }
}
