package dev.biglittle.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.biglittle.pair.PairFolders;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The embedded pair's tokenizer, streamed token by token. */
class StreamingDetokenizerTest {
    /** Id of the token for the byte 0; the others follow, and end the vocabulary. */
    private static final int FIRST_BYTE = 8000;

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
    @ValueSource(strings = {"Das ist ein schöner Tag.", "Größe: 3,5 × 10² m — „gut“!", "a  b", "x", "안녕하세요",
            "Er heißt 鬱龜 und mag 🦩🦚.", "ПЖ"})
    void piecesJoinedAreTheText(String text) {
        int[] ids = tokenizer.encode(text);
        StreamingDetokenizer stream = new StreamingDetokenizer(tokenizer::decode);
        StringBuilder joined = new StringBuilder();
        for (int id : ids) {
            joined.append(stream.append(id));
        }
        assertThat(joined).hasToString(tokenizer.decode(ids));
    }

    @Test
    void aByteThatIsWrongLeavesTheCharactersBesideItAlone() {
        int[] korean = bytes("안녕");
        int[] wrong = IntStream.concat(IntStream.concat(Arrays.stream(korean), IntStream.of(FIRST_BYTE + 0xEC)),
                IntStream.concat(Arrays.stream(korean), IntStream.of(FIRST_BYTE + 'x'))).toArray();
        assertThat(tokenizer.decode(wrong)).isEqualTo("안녕\uFFFD안녕x");
        StreamingDetokenizer stream = new StreamingDetokenizer(tokenizer::decode);
        assertThat(Arrays.stream(wrong).mapToObj(stream::append)).containsExactly("", "", "안", "", "", "녕", "", "", "",
                "\uFFFD안", "", "", "녕", "x");
    }

    @Test
    void aSpaceMarkSpelledInBytesIsASpaceWhereverItStands() {
        int[] ids = IntStream.concat(Arrays.stream(tokenizer.encode("das")), Arrays.stream(bytes("x\u2581y\u2581"))).toArray();
        StreamingDetokenizer stream = new StreamingDetokenizer(tokenizer::decode);
        assertThat(Arrays.stream(ids).mapToObj(stream::append).collect(Collectors.joining()))
                .isEqualTo(tokenizer.decode(ids)).isEqualTo("dasx y ");
    }

    private static int[] bytes(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return IntStream.range(0, bytes.length).map(i -> FIRST_BYTE + Byte.toUnsignedInt(bytes[i])).toArray();
    }

    /** @param seed also the share of bytes, in tenths: chance alone would hardly ever place two of them side by side */
    @ParameterizedTest
    @ValueSource(ints = {0, 5, 9, 10})
    void piecesJoinedAreTheTextAcrossRollbacks(int seed) {
        Random random = new Random(seed);
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
                for (int id : random.nextInt(10) >= seed ? new int[] {random.nextInt(FIRST_BYTE + 256)}
                        : random.nextBoolean() ? new int[] {FIRST_BYTE + random.nextInt(256)}
                        : bytes(Character.toString(random.nextInt(Character.MIN_SURROGATE)))) {
                    ids.add(id);
                    pieces.add(stream.append(id));
                }
            }
            String whole = tokenizer.decode(ids.stream().mapToInt(n -> n).toArray());
            assertThat(String.join("", pieces)).isEqualTo(whole.replaceFirst("\uFFFD+\\z", ""));
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
        assertThat(stream.append(3)).isEmpty();
        assertThat(stream.append(4)).isEqualTo("😀");
    }

    @Test
    void longTextIsNotCutByTheTokenizer() {
        String text = "Das ist ein schöner Tag. ".repeat(400).strip();
        assertThat(tokenizer.decode(tokenizer.encode(text))).isEqualTo(text);
    }
}
