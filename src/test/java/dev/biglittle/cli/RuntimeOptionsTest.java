package dev.biglittle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.biglittle.app.settings.Settings;
import dev.biglittle.onnx.ProviderChoice;
import dev.biglittle.onnx.RuntimeSettings;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class RuntimeOptionsTest {
    /** As many threads as no computer takes by itself, and every one accepts. */
    private final Settings.Models kept = Settings.DEFAULTS.models()
            .withPair("/pairs/b").withProvider(ProviderChoice.CPU).withThreads(6);

    @Test
    void whatNoOptionNamesIsAsInTheSettings() {
        assertThat(with()).isEqualTo(kept);
        assertThat(with("--threads", "5")).isEqualTo(kept.withThreads(5));
        assertThat(with("--provider", "auto")).isEqualTo(kept.withProvider(ProviderChoice.AUTO));
    }

    @Test
    void aNumberOfThreadsThatWasChosenStaysChosenThoughItSuitsThisComputer() {
        Settings.Models chosen = kept.withThreads(RuntimeSettings.defaults().threads());
        assertThat(chosen.overruledBy(null, new RuntimeOptions()::over)).isEqualTo(chosen);
    }

    private Settings.Models with(String... arguments) {
        RuntimeOptions options = new RuntimeOptions();
        new CommandLine(options).parseArgs(arguments);
        return kept.overruledBy(options.pairFolder(), options::over);
    }
}
