package dev.biglittle.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.biglittle.problem.Problem;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DisplayCheckTest {
    @Test
    void linuxWithoutADisplayIsSaidInOneSentence() {
        assertThatThrownBy(() -> DisplayCheck.before("Linux", null, Map.of("DISPLAY", "")))
                .isInstanceOf(Problem.class).hasMessageContaining("No display was found")
                .hasMessageContaining("biglittle translate").hasMessageContaining("DISPLAY");
    }

    @Test
    void aDisplayOrAPlatformWithoutOneIsEnough() {
        assertThatCode(() -> {
            DisplayCheck.before("Linux", null, Map.of("DISPLAY", ":0"));
            DisplayCheck.before("Linux", null, Map.of("WAYLAND_DISPLAY", "wayland-0"));
            DisplayCheck.before("Linux", "Monocle", Map.of());
            DisplayCheck.before("Windows 11", null, Map.of());
        }).doesNotThrowAnyException();
    }

    @Test
    void failuresOfJavaFxAreExplained() {
        assertThat(DisplayCheck.explain(new UnsupportedOperationException("Unable to open DISPLAY")))
                .isInstanceOf(Problem.class).hasMessageContaining("No display was found");
        assertThat(DisplayCheck.explain(new UnsupportedOperationException("Unable to load glass GTK library.")))
                .isInstanceOf(Problem.class).hasMessageContaining("libgtk-3-0");
        RuntimeException other = new UnsupportedOperationException("something else");
        assertThat(DisplayCheck.explain(other)).isSameAs(other);
    }
}
