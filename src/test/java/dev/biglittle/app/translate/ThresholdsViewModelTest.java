package dev.biglittle.app.translate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.biglittle.app.engine.PairInfo;
import dev.biglittle.decode.Mode;
import dev.biglittle.decode.Policy;
import dev.biglittle.pair.Preset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThresholdsViewModelTest {
    private final ThresholdsViewModel model = new ThresholdsViewModel();

    @BeforeEach
    void offerPresets() {
        PairInfo pair = ScriptedEngine.info();
        model.setPresets(pair.presets(), pair.start(), pair.speedUps());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0    | The small model writes on, however unsure it is.
            0.5  | The large model writes wherever the small one is less than 50 % sure.
            0.05 | The large model writes wherever the small one is less than 5 % sure.
            1    | The large model writes practically every token.
            """)
    void fallbackIsSaidInPlainWords(double fallback, String meaning) {
        model.fallbackProperty().set(fallback);
        assertThat(model.fallbackMeaning().get().replace('\u00a0', ' ')).isEqualTo(meaning);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0  | A draft goes wherever the large model would have written something else.
            2  | A draft goes if the large model gives it less than 13.5 % and would have written something else.
            3  | A draft goes if the large model gives it less than 5 % and would have written something else.
            5  | A draft goes if the large model gives it less than 0.67 % and would have written something else.
            11 | Drafts are never taken back.
            """)
    void rollbackIsSaidInPlainWords(double position, String meaning) {
        model.rollbackPositionProperty().set(position);
        assertThat(model.rollbackMeaning().get().replace('\u00a0', ' ')).isEqualTo(meaning);
    }

    @ParameterizedTest
    @CsvSource({"0.333, 0.33", "-1, 0", "1.7, 1"})
    void fallbackStaysOnItsGrid(double dragged, double value) {
        model.fallbackProperty().set(dragged);
        assertThat(model.fallbackProperty().get()).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({"2.98, 3.0, 3", "1.76, 1.75, 1.75", "10.4, 10.0, 10", "10.5, never, Infinity", "11, never, Infinity"})
    void rollbackBeyondTheScaleIsNever(double dragged, String value, double threshold) {
        model.rollbackPositionProperty().set(dragged);
        assertThat(model.rollbackValue().get()).isEqualTo(value);
        assertThat(model.rollback()).isEqualTo(threshold);
    }

    @Test
    void policyIsThatOfModeAndThresholds() {
        model.fallbackProperty().set(0.25);
        model.rollbackPositionProperty().set(4);
        model.maxRunProperty().set(6);
        assertThat(model.policy()).isEqualTo(Policy.bigLittle(0.25, 4, 6));
        model.modeProperty().set(Mode.PAPER_CODE);
        assertThat(model.policy()).isEqualTo(Policy.paperCode(0.25, 4, 6));
        model.modeProperty().set(Mode.LARGE);
        assertThat(model.policy()).isEqualTo(Policy.largeAlone());
    }

    @Test
    void everyModeHasANameAndAHint() {
        for (Mode mode : Mode.values()) {
            assertThat(ModeWords.name(mode)).isNotBlank();
            assertThat(ModeWords.hint(mode)).isNotBlank();
        }
    }

    @Test
    void thresholdsThatAModeDoesNotUseSaySo() {
        model.modeProperty().set(Mode.SPECULATIVE);
        assertThat(model.fallbackUsed().get()).isTrue();
        assertThat(model.rollbackUsed().get()).isFalse();
        assertThat(model.rollbackMeaning().get()).isEqualTo("Not used in this mode.");
        model.modeProperty().set(Mode.SMALL);
        assertThat(model.fallbackUsed().get()).isFalse();
        assertThat(model.maxRunMeaning().get()).isEqualTo("Not used in this mode.");
    }

    @Test
    void presetIsChosenWhileTheThresholdsAreIts() {
        model.apply(new Preset(0.9, 2, 10));
        assertThat(model.chosenPreset().get()).isEqualTo("faithful");
        model.maxRunProperty().set(9);
        assertThat(model.chosenPreset().get()).isEmpty();
    }

    @Test
    void aPresetsRunMayEndWhereTheSmallModelIsUnsure() {
        model.maxRunProperty().set(7);
        model.apply(new Preset(0.3, 2, Policy.CONFIDENT_RUN));
        assertThat(model.policy()).isEqualTo(Policy.bigLittle(0.3, 2, Policy.CONFIDENT_RUN));
        assertThat(model.settings().get().maxRun()).isEqualTo(Policy.CONFIDENT_RUN);
        assertThat(model.maxRunMeaning().get().replace('\u00a0', ' '))
                .isEqualTo("The large model looks once the small one is less than 30 % sure of its run as a whole.");
        model.fallbackProperty().set(0);
        assertThat(model.maxRunMeaning().get()).isEqualTo("The large model looks only when asked, and at the end.");
        model.modeProperty().set(Mode.PAPER_CODE);
        assertThat(model.policy().maxRun()).as("the published code counts").isEqualTo(7);
        model.modeProperty().set(Mode.BIG_LITTLE);
        model.confidentRunProperty().set(false);
        assertThat(model.policy().maxRun()).as("the number from before").isEqualTo(7);
    }

    @Test
    void presetBeyondTheScaleMeansNever() {
        model.apply(new Preset(0.2, 40, 0));
        assertThat(model.rollbackValue().get()).isEqualTo("never");
        assertThat(model.maxRunMeaning().get()).isEqualTo("The large model looks only when asked, and at the end.");
    }

    @Test
    void thresholdsKnownToBeSlowerThanTheLargeModelAloneSaySo() {
        model.apply(new Preset(0.9, 2, 10));
        assertThat(model.slower().get()).isTrue();
        assertThat(model.speedMeaning().get()).startsWith("Slower than the large model alone at these thresholds")
                .contains("0.90");
        model.apply(new Preset(0.4, 3, 8));
        assertThat(model.slower().get()).isFalse();
        assertThat(model.speedMeaning().get()).contains("1.25 times as fast");
        model.fallbackProperty().set(0.45);
        assertThat(model.speedMeaning().get()).as("what was not measured is not guessed").isEmpty();
        model.speeds().add(model.policy(), 0.97);
        assertThat(model.slower().get()).isTrue();
        model.speeds().add(model.policy(), 0.996);
        assertThat(model.slower().get()).as("chance").isFalse();
        assertThat(model.speedMeaning().get()).startsWith("About as fast").contains("1.00");
    }

    @Test
    void bothModelsAreRacedWhereTheModeLetsOneWriteAlone() {
        model.apply(new Preset(0.4, 3, 8));
        for (Mode alone : new Mode[] {Mode.LARGE, Mode.SMALL}) {
            model.modeProperty().set(alone);
            assertThat(model.racingPolicy()).isEqualTo(Policy.bigLittle(0.4, 3, 8));
        }
        model.modeProperty().set(Mode.SPECULATIVE);
        assertThat(model.racingPolicy()).isEqualTo(Policy.speculative(0.4, 8));
    }

    @Test
    void speedIsThatOfTheModeToo() {
        model.apply(new Preset(0.4, 3, 8));
        model.modeProperty().set(Mode.PAPER_CODE);
        assertThat(model.speedMeaning().get()).isEmpty();
    }
}
