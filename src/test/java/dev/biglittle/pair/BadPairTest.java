package dev.biglittle.pair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.google.gson.JsonObject;
import dev.biglittle.decode.Policy;
import dev.biglittle.onnx.RuntimeSettings;
import dev.biglittle.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything that can be wrong with a pair on disk, and the one sentence that says so. */
class BadPairTest {
    @TempDir
    Path temp;

    private PairCopy pair() {
        return PairCopy.in(temp.resolve("pair"));
    }

    private static String complaint(PairCopy pair) {
        Throwable thrown = catchThrowable(() -> LoadedPair.load(pair.folder(), RuntimeSettings.defaults()).close());
        assertThat(thrown).isInstanceOf(Problem.class);
        assertThat(thrown.getMessage()).contains(pair.folder().toString()).doesNotContain("Exception");
        return thrown.getMessage();
    }

    static List<String> files() {
        return PairCopy.files();
    }

    @Test
    void theEmbeddedPairIsSound() {
        assertThat(PairInspection.verify(PairFolders.byDefault()).sourceLanguage()).isEqualTo("de");
    }

    @ParameterizedTest
    @MethodSource("files")
    void truncatedFileIsNamed(String file) {
        assertThat(complaint(pair().truncate(file))).contains(Path.of(file).toString()).contains("bytes instead of");
    }

    @ParameterizedTest
    @MethodSource("files")
    void oneFlippedBitIsFound(String file) {
        assertThat(complaint(pair().flipOneBit(file))).contains(Path.of(file).toString()).contains("SHA-256");
    }

    @ParameterizedTest
    @MethodSource("files")
    void missingFileIsNamed(String file) {
        assertThat(complaint(pair().delete(file))).contains(Path.of(file).toString()).contains("missing");
    }

    @Test
    void folderWithoutDescription() {
        assertThat(complaint(pair().delete("pair.json"))).contains("pair.json").contains("export-pair");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "{\"format\": 1}", "{\"format\": 1, \"models\": 3}", "not json at all"})
    void descriptionThatIsNone(String text) {
        assertThat(complaint(pair().description(text))).contains("pair.json");
    }

    @Test
    void descriptionThatIsNotText() throws IOException {
        PairCopy pair = pair();
        Files.write(pair.folder().resolve("pair.json"), new byte[] {'{', (byte) 0xff, (byte) 0xfe});
        assertThat(complaint(pair)).contains("UTF-8");
    }

    @Test
    void formatOfTheFuture() {
        assertThat(complaint(pair().edit(json -> json.addProperty("format", 2)))).contains("format 2");
    }

    @ParameterizedTest
    @CsvSource({"sourceLanguage", "licence", "sourcePrefix", "tokenizer", "name", "task"})
    void missingFieldIsNamed(String field) {
        assertThat(complaint(pair().edit(json -> json.remove(field)))).contains("'" + field + "'");
    }

    @Test
    void presetThatNoPolicyTakesIsNamed() {
        PairCopy pair = pair();
        PairJson.read(withFallback(pair, Policy.GREATEST_FALLBACK).folder());
        assertThat(complaint(withFallback(pair, Math.nextUp(Policy.GREATEST_FALLBACK))))
                .contains("presets.balanced.fallback");
    }

    @Test
    void aPresetsRunIsACountOrAWordThatIsKnown() {
        PairCopy pair = pair();
        assertThat(PairJson.read(withRun(pair, "confident").folder()).presets().get("balanced").maxRun())
                .isEqualTo(Policy.CONFIDENT_RUN);
        assertThat(PairJson.read(withRun(pair, "auto").folder()).presets().get("balanced").maxRun())
                .isEqualTo(Policy.ADAPTIVE_RUN);
        assertThat(complaint(withRun(pair, "often"))).contains("presets.balanced.maxRun");
    }

    private static PairCopy withRun(PairCopy pair, String word) {
        return pair.edit(json -> json.getAsJsonObject("presets").getAsJsonObject("balanced")
                .addProperty("maxRun", word));
    }

    private static PairCopy withFallback(PairCopy pair, double fallback) {
        return pair.edit(json -> json.getAsJsonObject("presets").getAsJsonObject("balanced")
                .addProperty("fallback", fallback));
    }

    @ParameterizedTest
    @CsvSource({"-1", "1.5", "8256", "1e30"})
    void idOutsideTheVocabularyIsNamed(double id) {
        assertThat(complaint(pair().edit(json -> json.getAsJsonObject("specialIds").addProperty("endOfText", id))))
                .contains("specialIds.endOfText");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../tokenizer.json", "/etc/passwd", "small/../../x", "", ".", "a\0b"})
    void pathThatLeavesTheFolderIsRefused(String path) {
        assertThat(complaint(pair().edit(json -> json.addProperty("tokenizer", path)))).contains("not inside its folder");
    }

    @Test
    void listedFileOutsideTheFolderIsRefused() {
        assertThat(complaint(pair().edit(json -> {
            JsonObject files = json.getAsJsonObject("files");
            files.add("../outside", files.get("tokenizer.json"));
        }))).contains("../outside");
    }

    @Test
    void linkThatLeavesTheFolderIsRefused() throws IOException {
        PairCopy pair = pair();
        Path outside = Files.move(pair.folder().resolve("tokenizer.json"), temp.resolve("outside.json"));
        Files.createSymbolicLink(pair.folder().resolve("tokenizer.json"), outside);
        assertThat(complaint(pair)).contains("not inside its folder");
    }

    @Test
    void fileWithoutDigestIsRefused() {
        assertThat(complaint(pair().edit(json -> json.getAsJsonObject("files").remove("small/decoder.onnx"))))
                .contains("small/decoder.onnx").contains("SHA-256");
    }

    @Test
    void graphWithOtherInputsIsRefused() {
        assertThat(complaint(pair().replaceAndSign("small/decoder.onnx", "small/encoder.onnx")))
                .contains("decoder.onnx").contains("input");
    }

    @Test
    void graphOfAnotherShapeIsRefused() {
        assertThat(complaint(pair().replaceAndSign("small/decoder.onnx", "large/decoder.onnx")))
                .contains("decoder.onnx").contains("past.1");
    }

    @ParameterizedTest
    @CsvSource({"small, heads, 2", "large, headSize, 32", "large, headSize, 100000"})
    void graphOfOtherSizesIsRefused(String model, String field, int size) {
        assertThat(complaint(pair().edit(json -> json.getAsJsonObject("models").getAsJsonObject(model).addProperty(field, size))))
                .contains("encoder.onnx").contains(model + ".cross.").contains("[1, 4, ?, 64]").contains(String.valueOf(size));
    }

    @Test
    void graphOfOtherCandidatesIsRefused() {
        assertThat(complaint(pair().edit(json -> json.addProperty("topCandidates", 4))))
                .contains("decoder.onnx").contains("top_").contains("[1, ?, 5]").contains("[1, ?, 4]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"small/encoder.onnx", "large/encoder.onnx"})
    void encoderThatOnlyOneModelAloneNeedsIsVerified(String encoder) {
        PairCopy pair = pair().replaceAndSign(encoder, "tokenizer.json");
        assertThat(catchThrowable(() -> PairInspection.verify(pair.folder()))).isInstanceOf(Problem.class)
                .hasMessageContaining(Path.of(encoder).toString()).hasMessageContaining("cannot be loaded");
    }

    @Test
    void placeInTheDescriptionIsNamed() {
        assertThat(complaint(pair().description("{\"format\": 1,\n \"name\" 3}"))).contains("line 2").doesNotContain("JsonReader");
    }

    @Test
    void fileThatIsNoGraphIsRefused() {
        assertThat(complaint(pair().replaceAndSign("encoder.onnx", "tokenizer.json")))
                .contains("encoder.onnx").contains("cannot be loaded");
    }

    @Test
    void fileThatIsNoTokenizerIsRefused() {
        assertThat(complaint(pair().replaceAndSign("tokenizer.json", "small/encoder.onnx"))).contains("tokenizer.json");
    }
}
