package dev.biglittle.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.biglittle.doctor.Finding.Subject;
import dev.biglittle.doctor.Finding.Verdict;
import dev.biglittle.onnx.ProviderChoice;
import dev.biglittle.onnx.RuntimeSettings;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the models run on, with the real doctor. */
class ComputerViewModelTest {
    @TempDir
    Path temp;
    private SettingsStore store;
    private ComputerViewModel model;

    @BeforeEach
    void open() {
        store = new SettingsStore(new SettingsFile(temp));
        model = new ComputerViewModel(store, Runnable::run, Runnable::run);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void nothingHoldsBeforeItIsApplied() {
        assertThat(model.changed().get()).isFalse();
        model.suitedThreadsProperty().set(false);
        model.threadsProperty().set(2);
        model.providerProperty().set(ProviderChoice.CPU);
        assertThat(model.changed().get()).isTrue();
        assertThat(store.get()).isEqualTo(Settings.DEFAULTS);
        model.apply();
        assertThat(model.changed().get()).isFalse();
        assertThat(store.get().models().runtime()).isEqualTo(new RuntimeSettings(ProviderChoice.CPU, 2));
        model.suitedThreadsProperty().set(true);
        model.apply();
        assertThat(store.get().models().runtime().threads()).isEqualTo(RuntimeSettings.defaults().threads());
    }

    @Test
    void theDoctorSaysWhatRuns() {
        model.examine();
        assertThat(model.examiningProperty().get()).isFalse();
        assertThat(model.findings()).extracting(finding -> finding.subject()).containsExactly(Subject.values());
        assertThat(model.findings()).filteredOn(finding -> finding.subject() == Subject.PAIR).singleElement()
                .satisfies(finding -> {
                    assertThat(finding.verdict()).isEqualTo(Verdict.WORKS);
                    assertThat(finding.text().toString()).contains("German to English");
                });
        assertThat(model.report()).contains("ONNX Runtime").contains("CUDA").hasLineCount(Subject.values().length);
    }

    @Test
    void theDoctorSaysWhatIsMissing() {
        store.change(settings -> settings.with(settings.models().withPair(temp.resolve("gone").toString())));
        model.examine();
        assertThat(model.findings()).last().satisfies(finding -> {
            assertThat(finding.verdict()).isEqualTo(Verdict.BROKEN);
            assertThat(finding.text().toString()).contains("gone").doesNotContain("Exception");
        });
    }
}
