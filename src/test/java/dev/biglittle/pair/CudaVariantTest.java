package dev.biglittle.pair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.biglittle.decode.Model;
import dev.biglittle.decode.ModelDecoder;
import dev.biglittle.decode.Predictions;
import dev.biglittle.onnx.OnnxEnvironment;
import dev.biglittle.onnx.ProviderChoice;
import dev.biglittle.onnx.ProviderStatus;
import dev.biglittle.onnx.RuntimeSettings;
import dev.biglittle.onnx.TinyPair;
import dev.biglittle.problem.Explanation;
import dev.biglittle.problem.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A pair in 8-bit arithmetic with and without graphs for graphics cards, and what becomes of either where. */
class CudaVariantTest {
    private static final ProviderStatus CUDA = new ProviderStatus(true, Explanation.NONE);
    private static final ProviderStatus CPU = new ProviderStatus(false, Explanation.NONE);
    /** Half precision against 8 bits. */
    private static final float TOLERANCE = 0.02f;

    @TempDir
    private Path temp;

    private PairCopy withGraphs() {
        return PairCopy.of(TinyPair.folder(), temp.resolve("pair"));
    }

    private PairCopy withoutGraphs() {
        return withGraphs().edit(json -> assertThat(json.remove("variants")).isNotNull());
    }

    /** As {@link LoadedPair#load} would on a computer that has this. */
    private static LoadedPair load(PairCopy pair, ProviderStatus possible, ProviderChoice choice) {
        return load(pair, chosen -> possible, choice);
    }

    private static LoadedPair load(PairCopy pair, Function<ProviderChoice, ProviderStatus> computer,
                                   ProviderChoice choice) {
        PairDescription description = PairJson.read(pair.folder());
        return LoadedPair.load(description, new PairFiles(pair.folder(), description), computer,
                new RuntimeSettings(choice, 1));
    }

    @Test
    void graphsForCardsTakeThePlaceOfThoseForProcessors() {
        PairDescription pair = PairJson.read(withGraphs().folder());
        assertThat(pair.runsOnCuda()).isTrue();
        assertThat(pair.graphs()).noneMatch(name -> name.startsWith("cuda/"));
        assertThat(pair.onCuda().graphs()).hasSize(5).allMatch(name -> name.startsWith("cuda/"))
                .containsExactlyElementsOf(pair.graphs().stream().map(name -> "cuda/" + name).toList());
        assertThat(pair.onCuda().large().weights()).isEqualTo("float16");
        assertThat(pair.onCuda().large().shape().leastTokens()).as("floats need no company").isEqualTo(1);
        assertThat(pair.large().shape().leastTokens()).isEqualTo(2);
        assertThat(pair.onCuda().presets()).isEqualTo(pair.presets());
    }

    @Test
    void aPairOfFloatsNeedsNoOtherGraphs() {
        PairDescription pair = PairJson.read(withoutGraphs().edit(json -> List.of("small", "large").forEach(model ->
                json.getAsJsonObject("models").getAsJsonObject(model).addProperty("weights", "float32"))).folder());
        assertThat(pair.runsOnCuda()).isTrue();
        assertThat(pair.onCuda()).isSameAs(pair);
    }

    @Test
    void graphsForCardsAreTheSameModels() {
        PairCopy pair = withGraphs();
        PairDescription description = PairJson.read(pair.folder());
        try (LoadedPair eightBits = load(pair, CPU, ProviderChoice.CPU);
             LoadedPair half = LoadedPair.load(description.onCuda(), new PairFiles(pair.folder(), description), chosen -> CPU,
                     new RuntimeSettings(ProviderChoice.CPU, 1))) {
            for (Function<LoadedPair, Model> model
                    : List.<Function<LoadedPair, Model>>of(LoadedPair::small, LoadedPair::large)) {
                int[] source = {5, 40, 60, 1};
                int[] target = {0, 7, 30, 90};
                try (ModelDecoder one = model.apply(eightBits).encode(source);
                     ModelDecoder other = model.apply(half).encode(source)) {
                    Predictions expected = one.read(0, target);
                    Predictions found = other.read(0, target);
                    for (int i = 0; i < target.length; i++) {
                        assertThat(found.candidates(i).probability())
                                .isCloseTo(expected.candidates(i).probability(), within(TOLERANCE));
                    }
                }
            }
        }
    }

    @Test
    void eightBitsAloneDoNotGoToACard() {
        PairCopy pair = withoutGraphs();
        assertThatThrownBy(() -> load(pair, CUDA, ProviderChoice.CUDA)).isInstanceOf(Problem.class)
                .hasMessageContaining("8 bits").hasMessageContaining("--cuda").hasMessageEndingWith("'cpu' or 'auto'.");
        try (LoadedPair loaded = load(pair, CUDA, ProviderChoice.AUTO)) {
            assertThat(loaded.provider().label()).isEqualTo("CPU");
            assertThat(loaded.provider().explanation().toString()).startsWith("CUDA is not used").contains("8 bits")
                    .contains("--cuda");
        }
    }

    /** Else a user would install what the computer lacks, and then be told that it is of no use. */
    @Test
    void whatAPairCannotDoIsSaidBeforeWhatTheComputerLacks() {
        PairCopy pair = withoutGraphs();
        ProviderStatus noDriver = new ProviderStatus(false, Explanation.of("cuda.noDriver", "libcuda.so.1"));
        try (LoadedPair loaded = load(pair, noDriver, ProviderChoice.AUTO)) {
            assertThat(loaded.provider().explanation().toString()).contains("8 bits");
        }
        try (LoadedPair loaded = load(pair, CPU, ProviderChoice.CPU)) {
            assertThat(loaded.provider().explanation()).as("CUDA was not wanted").isEqualTo(Explanation.NONE);
        }
        assertThatThrownBy(() -> load(pair, chosen -> {
            throw Problem.of("cuda.demanded", Explanation.of("cuda.noLibrary"));
        }, ProviderChoice.CUDA)).isInstanceOf(Problem.class).hasMessageContaining("8 bits");
    }

    /** ONNX Runtime refuses the provider when the session is made, as with a card that is too old. */
    @Test
    void aCardThatCannotRunThePairIsDoneWithoutAndSaysWhy() {
        assumeTrue(OnnxEnvironment.get(1).cudaObstacle().isPresent(), "this machine has CUDA");
        PairCopy pair = withGraphs();
        try (LoadedPair loaded = load(pair, CUDA, ProviderChoice.AUTO)) {
            assertThat(loaded.provider().label()).isEqualTo("CPU");
            assertThat(loaded.provider().explanation().toString())
                    .startsWith("CUDA is not used because the pair does not run on it: The graph ")
                    .contains(Path.of("cuda", "encoder.onnx").toString()).contains("onto the graphics card");
            assertThat(loaded.description().graphs()).as("the graphs for processors")
                    .noneMatch(name -> name.startsWith("cuda/"));
            try (ModelDecoder decoder = loaded.large().encode(new int[] {5, 1})) {
                assertThat(decoder.read(0, new int[] {0}).size()).isEqualTo(1);
            }
        }
        assertThatThrownBy(() -> load(pair, CUDA, ProviderChoice.CUDA)).isInstanceOf(Problem.class)
                .hasMessageContaining("onto the graphics card").hasMessageEndingWith("'cpu' or 'auto'.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cuda/encoder.onnx", "cuda/small/decoder.onnx", "cuda/large/encoder.onnx"})
    void damageToGraphsForCardsIsFoundOnProcessorsToo(String file) {
        Path pair = withGraphs().flipOneBit(file).folder();
        assertThatThrownBy(() -> LoadedPair.load(pair, new RuntimeSettings(ProviderChoice.CPU, 1)))
                .isInstanceOf(Problem.class).hasMessageContaining(Path.of(file).toString())
                .hasMessageContaining("SHA-256");
    }

    @Test
    void graphForCardsThatIsNotListedIsRefused() {
        Path pair = withGraphs().edit(json -> json.getAsJsonObject("files").remove("cuda/large/decoder.onnx")).folder();
        assertThatThrownBy(() -> LoadedPair.load(pair, new RuntimeSettings(ProviderChoice.CPU, 1)))
                .isInstanceOf(Problem.class).hasMessageContaining("cuda/large/decoder.onnx");
    }

    @Test
    void incompleteDescriptionOfAVariantIsNamed() {
        Path pair = withGraphs().edit(json -> json.getAsJsonObject("variants").getAsJsonObject("cuda")
                .getAsJsonObject("models").getAsJsonObject("large").remove("decoder")).folder();
        assertThatThrownBy(() -> LoadedPair.load(pair, new RuntimeSettings(ProviderChoice.CPU, 1)))
                .isInstanceOf(Problem.class).hasMessageContaining("'variants.cuda.models.large.decoder'");
    }
}
