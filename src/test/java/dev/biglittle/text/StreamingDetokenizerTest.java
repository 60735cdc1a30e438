package dev.biglittle.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.biglittle.pair.PairFolders;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The embedded pair's tokenizer, streamed token by token. */
class StreamingDetokenizerTest {
    private static TextTokenizer tokenizer;

    @BeforeAll
    static void load() {
        tokenizer = TextTokenizer.load(PairFolders.byDefault().resolve("tokenizer.json"));
    }

    @AfterAll
    static void close() {
        tokenizer.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Das ist ein schöner Tag.", "Größe: 3,5 × 10² m — „gut“!", "a  b", "x"})
    void piecesJoinedAreTheText(String text) {
        int[] ids = tokenizer.encode(text);
        StreamingDetokenizer stream = new StreamingDetokenizer(tokenizer::decode);
        StringBuilder joined = new StringBuilder();
        for (int id : ids) {
            joined.append(stream.append(id));
        }
        assertThat(joined).hasToString(tokenizer.decode(ids));
        assertThat(stream.text()).isEqualTo(tokenizer.decode(ids));
    }

    @Test
    void piecesJoinedAreTheTextAcrossRollbacks() {
        Random random = new Random(5);
        List<String> pieces = new ArrayList<>();
        List<Integer> ids = new ArrayList<>();
        StreamingDetokenizer stream = new StreamingDetokenizer(tokenizer::decode);
        for (int i = 0; i < 2000; i++) {
            if (ids.size() > 60 || !ids.isEmpty() && random.nextInt(8) == 0) {
                int keep = random.nextInt(ids.size());
                stream.truncate(keep);
                ids.subList(keep, ids.size()).clear();
                pieces.subList(keep, pieces.size()).clear();
            } else {
                int id = random.nextInt(8000);
                ids.add(id);
                pieces.add(stream.append(id));
            }
            String whole = tokenizer.decode(ids.stream().mapToInt(n -> n).toArray());
            assertThat(String.join("", pieces)).isEqualTo(whole);
        }
    }

    @Test
    void aCharacterOfSeveralBytesAppearsWithItsLastByte() {
        // tokens 1..4 are the bytes of a smiling face; a decoder writes U+FFFD for what is no whole character
        StreamingDetokenizer stream = new StreamingDetokenizer(ids -> {
            StringBuilder text = new StringBuilder();
            int bytes = 0;
            for (int id : ids) {
                bytes = id == 0 ? 0 : bytes + 1;
                if (id == 0) {
                    text.append('a');
                } else if (bytes == 4) {
                    text.append("😀");
                }
            }
            return bytes > 0 && bytes < 4 ? text.append("\uFFFD".repeat(bytes)).toString() : text.toString();
        });
        assertThat(stream.append(0)).isEqualTo("a");
        assertThat(stream.append(1)).isEmpty();
        assertThat(stream.append(2)).isEmpty();
        assertThat(stream.append(3)).isEmpty();
        assertThat(stream.append(4)).isEqualTo("😀");
        stream.truncate(3);
        assertThat(stream.text()).isEqualTo("a");
    }

    @Test
    void longTextIsNotCutByTheTokenizer() {
        String text = "Das ist ein schöner Tag. ".repeat(400).strip();
        assertThat(tokenizer.decode(tokenizer.encode(text))).isEqualTo(text);
    }
}
