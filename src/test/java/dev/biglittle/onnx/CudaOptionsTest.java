package dev.biglittle.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.biglittle.problem.Problem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CudaOptionsTest {
    @AfterEach
    void forgetLimit() {
        System.clearProperty(CudaOptions.MEGABYTES_PROPERTY);
    }

    @Test
    void memoryHasNoLimitUnlessOneIsGiven() {
        assertThat(CudaOptions.provider()).doesNotContainKey("gpu_mem_limit")
                .containsEntry("arena_extend_strategy", "kSameAsRequested");
    }

    @Test
    void limitOfMemoryIsGivenInMegabytes() {
        System.setProperty(CudaOptions.MEGABYTES_PROPERTY, "6000");
        assertThat(CudaOptions.provider()).containsEntry("gpu_mem_limit", "6291456000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-5", "2.5", "much", ""})
    void limitThatIsNoneIsRefused(String limit) {
        System.setProperty(CudaOptions.MEGABYTES_PROPERTY, limit);
        assertThatThrownBy(CudaOptions::provider).isInstanceOf(Problem.class).hasMessageContaining("'" + limit + "'")
                .hasMessageContaining(CudaOptions.MEGABYTES_PROPERTY);
    }
}
