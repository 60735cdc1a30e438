package dev.biglittle.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.biglittle.pair.LoadedPair;
import dev.biglittle.pair.PairFolders;
import dev.biglittle.problem.Explanation;
import dev.biglittle.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuntimeSettingsTest {
    @TempDir
    Path temp;

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 1_000_000})
    void impossibleThreadCountsAreRefused(int threads) {
        assertThatThrownBy(() -> new RuntimeSettings(ProviderChoice.CPU, threads)).isInstanceOf(Problem.class)
                .hasMessageContaining(String.valueOf(threads));
    }

    @Test
    void anotherNumberOfThreadsThanThePoolsStillRuns() {
        int threads = Runtime.getRuntime().availableProcessors();
        for (int n = 1; n <= threads; n++) {
            try (LoadedPair pair = LoadedPair.load(PairFolders.byDefault(),
                    new RuntimeSettings(ProviderChoice.CPU, n))) {
                assertThat(pair.provider().cuda()).isFalse();
            }
        }
    }

    @Test
    void aCudaLibraryThatCannotBeUnpackedIsAReasonToUseTheProcessor() throws IOException {
        NativeLibraries natives = NativeLibraries.in(Files.writeString(temp.resolve("cache"), "a file, no folder"));
        assertThat(OnnxEnvironment.providerObstacle(natives)).isPresent();
    }

    @Test
    void cudaThatDoesNotWorkIsExplainedAndOnlyFatalIfDemanded() {
        OnnxEnvironment environment = OnnxEnvironment.get(1);
        assumeTrue(environment.cudaObstacle().isPresent(), "this machine has CUDA");
        ProviderStatus status = environment.resolve(ProviderChoice.AUTO);
        assertThat(status.cuda()).isFalse();
        assertThat(status.explanation().toString()).startsWith("CUDA").endsWith(".");
        assertThatThrownBy(() -> environment.resolve(ProviderChoice.CUDA)).isInstanceOf(Problem.class)
                .hasMessageContaining(status.explanation().toString());
        assertThat(environment.resolve(ProviderChoice.CPU)).isEqualTo(new ProviderStatus(false, Explanation.NONE));
    }
}
