package dev.biglittle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.biglittle.app.settings.Settings;
import dev.biglittle.onnx.ProviderChoice;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class RuntimeOptionsTest {
    private final Settings.Models kept = Settings.DEFAULTS.models()
            .withPair("/pairs/b").withProvider(ProviderChoice.CPU).withThreads(2);

    @Test
    void whatNoOptionNamesIsAsInTheSettings() {
        assertThat(with()).isEqualTo(kept);
        assertThat(with("--threads", "3")).isEqualTo(kept.withThreads(3));
        assertThat(with("--provider", "auto")).isEqualTo(kept.withProvider(ProviderChoice.AUTO));
    }

    private Settings.Models with(String... arguments) {
        RuntimeOptions options = new RuntimeOptions();
        new CommandLine(options).parseArgs(arguments);
        return kept.overruledBy(options.pairFolder(), options::over);
    }
}
