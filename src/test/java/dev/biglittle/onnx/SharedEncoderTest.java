package dev.biglittle.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.biglittle.decode.Model;
import dev.biglittle.decode.ModelDecoder;
import dev.biglittle.decode.Predictions;
import dev.biglittle.pair.LoadedPair;
import dev.biglittle.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One encoder for both models, on random weights: it gives what two encoders give, and runs once a text. */
class SharedEncoderTest {
    @TempDir
    private Path folder;

    private static JsonObject description(Path pair) throws IOException {
        return JsonParser.parseString(Files.readString(pair.resolve("pair.json"))).getAsJsonObject();
    }

    /** The same pair with another description. */
    private Path copy(JsonObject description) throws IOException {
        try (Stream<Path> files = Files.walk(TinyPair.folder())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = folder.resolve(TinyPair.folder().relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
        Files.writeString(folder.resolve("pair.json"), description.toString());
        return folder;
    }

    private static void assertSame(Predictions a, Predictions b) {
        assertThat(a.ids()).isEqualTo(b.ids());
        assertThat(a.probability()).isEqualTo(b.probability());
    }

    @Test
    void bothModelsPredictWhatTheyPredictWithEncodersOfTheirOwn() throws IOException {
        JsonObject without = description(TinyPair.folder());
        assertThat(without.remove("sharedEncoder").getAsString()).isEqualTo("encoder.onnx");
        Random random = new Random(1);
        try (LoadedPair shared = TinyPair.load();
             LoadedPair own = TinyPair.load(copy(without))) {
            for (int i = 0; i < 20; i++) {
                int[] source = TinyPair.tokens(random, 1 + random.nextInt(30));
                int[] target = TinyPair.tokens(random, 2 + random.nextInt(20));
                // whoever comes first runs the encoder, sometimes a model comes alone
                for (boolean large : new boolean[] {i % 2 == 0, i % 3 == 0}) {
                    Model a = large ? shared.large() : shared.small();
                    Model b = large ? own.large() : own.small();
                    try (ModelDecoder one = a.encode(source); ModelDecoder other = b.encode(source)) {
                        assertSame(one.read(0, target), other.read(0, target));
                    }
                }
            }
        }
    }

    @Test
    void runsOnceForBothModelsAndAnewForEachFurtherText() {
        int[] source = TinyPair.tokens(new Random(2), 12);
        try (LoadedPair pair = TinyPair.load()) {
            long before = pair.runNanos();
            ModelDecoder small = pair.small().encode(source);
            long first = pair.runNanos();
            ModelDecoder large = pair.large().encode(source);
            long second = pair.runNanos();
            ModelDecoder again = pair.large().encode(source);
            assertThat(first).isGreaterThan(before);
            assertThat(second).isEqualTo(first);
            assertThat(pair.runNanos()).isGreaterThan(second);
            // each lives on after the others are gone
            int[] target = {0, 5, 9};
            Predictions expected = again.read(0, target);
            small.close();
            again.close();
            assertSame(large.read(0, target), expected);
            large.close();
        }
    }

    @Test
    void anotherGraphInItsPlaceIsRefused() throws IOException {
        JsonObject wrong = description(TinyPair.folder());
        wrong.addProperty("sharedEncoder", "small/encoder.onnx");
        Path pair = copy(wrong);
        assertThatThrownBy(() -> TinyPair.load(pair)).isInstanceOf(Problem.class)
                .hasMessageContaining("encoder.onnx").hasMessageContaining("export the pair again");
    }
}
