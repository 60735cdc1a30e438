package dev.biglittle.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.biglittle.app.settings.PairEntry;
import dev.biglittle.app.settings.Settings;
import dev.biglittle.app.settings.Settings.ThemeChoice;
import dev.biglittle.app.settings.SettingsWindow.Page;
import dev.biglittle.app.translate.State;
import dev.biglittle.decode.Origin;
import dev.biglittle.decode.Policy;
import dev.biglittle.pair.Preset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ColorPicker;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.Spinner;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/** Settings, help and the menu, in the real window with the real pair. */
@Timeout(120)
class SettingsWindowTest extends RealWindow {
    @TempDir
    Path temp;

    private void open(Page page) throws Exception {
        waitFor(State.READY);
        interact(() -> window.settingsWindow().show(page));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void fire(String id) {
        interact(() -> lookup("#" + id).<ButtonBase>query().fire());
        WaitForAsyncUtils.waitForFxEvents();
    }

    private String text(String id) {
        return lookup("#" + id).<Labeled>query().getText().replace('\u00a0', ' ');
    }

    private Settings settings() {
        return window.settings().get();
    }

    @Test
    void themeLettersAndColoursChangeAtOnceAndAreKept() throws Exception {
        open(Page.APPEARANCE);
        fire("theme-DARK");
        assertThat(settings().appearance().theme()).isEqualTo(ThemeChoice.DARK);
        assertThat(stage.getScene().getRoot().getStyle()).contains("14px");
        interact(window.appearance()::larger);
        assertThat(stage.getScene().getRoot().getStyle()).contains("16px");
        assertThat(text("font-size-value")).isEqualTo("16 pixels");
        interact(() -> {
            ColorPicker picker = lookup("#colour-large").query();
            picker.setValue(Color.web("#123456"));
            picker.fireEvent(new ActionEvent());
        });
        assertThat(settings().appearance().colours()).containsEntry(Origin.LARGE.label(), "#123456");
        assertThat(text("contrast-large")).contains(": 1");
        fire("colours-reset");
        assertThat(settings().appearance().colours()).isEmpty();
        assertThat(lookup("#colour-large").<ColorPicker>query().getValue()).isNotEqualTo(Color.web("#123456"));
    }

    @Test
    void aFolderWithoutAPairIsRefusedWithTheReasonAndCanBeTakenOff() throws Exception {
        open(Page.PAIRS);
        Path empty = Files.createDirectory(temp.resolve("empty"));
        interact(() -> {
            PairEntry added = window.settingsWindow().pairs().add(empty);
            lookup("#pairs").<ListView<PairEntry>>query().getSelectionModel().select(added);
        });
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> !lookup("#pair-refusal").queryAll().isEmpty());
        assertThat(text("pair-refusal")).contains(empty.toString()).contains("pair.json");
        assertThat(lookup("#pair-use").query().isDisabled()).isTrue();
        fire("pair-remove");
        assertThat(settings().models().folders()).isEmpty();
    }

    @Test
    void thePairIsCheckedInTheBackgroundWhileTheWindowTranslates() throws Exception {
        open(Page.PAIRS);
        fire("pair-verify");
        interact(() -> {
            window.model().sourceProperty().set("Guten Morgen!");
            window.model().translate();
        });
        waitFor(State.READY);
        assertThat(window.model().translation().text()).isNotBlank();
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> window.settingsWindow().pairs().pairs().get(0)
                .findingsProperty().get().state() == PairEntry.State.SOUND);
    }

    @Test
    void otherThreadsLoadThePairAnewAndKeepTextAndThresholdsAndWhatWasMeasured() throws Exception {
        open(Page.COMPUTER);
        interact(() -> window.model().sourceProperty().set("Guten Morgen!"));
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS,
                () -> window.explain().tradeOffModel().curveProperty().get() != null);
        interact(() -> window.model().thresholds().apply(new Preset(0.1, 1.75, Policy.CONFIDENT_RUN)));
        assertThat(window.model().thresholds().chosenPreset().get()).as("measured, but no preset").isEmpty();
        String speed = text("speed-meaning");
        assertThat(speed).contains("times as fast");
        interact(() -> lookup("#threads-suited").<CheckBox>query().fire());
        interact(() -> lookup("#threads").<Spinner<Integer>>query().getValueFactory().setValue(2));
        fire("computer-apply");
        waitFor(State.READY);
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS,
                () -> window.model().status().threadsProperty().get().equals("2 threads"));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(window.model().sourceProperty().get()).isEqualTo("Guten Morgen!");
        assertThat(window.model().thresholds().fallbackProperty().get()).isEqualTo(0.1);
        assertThat(text("speed-meaning")).isEqualTo(speed);
        assertThat(lookup("#computer-apply").query().isDisabled()).isTrue();
    }

    @Test
    void theDoctorsFindingsAreShown() throws Exception {
        open(Page.COMPUTER);
        fire("doctor-examine");
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> !lookup("#finding-PAIR").queryAll().isEmpty());
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(text("finding-CUDA")).isEqualTo("Graphics card (CUDA)");
        fire("doctor-copy");
        interact(() -> assertThat(Clipboard.getSystemClipboard().getString())
                .contains("ONNX Runtime").contains("German to English"));
    }

    @Test
    void keysOpenSettingsAndShortcutsAndEscClosesThem() throws Exception {
        waitFor(State.READY);
        push(KeyCode.CONTROL, KeyCode.COMMA);
        assertThat(lookup("#settings").queryAll()).isNotEmpty();
        push(KeyCode.ESCAPE);
        push(KeyCode.F1);
        assertThat(lookup("#shortcuts").query().lookupAll(".keys").stream().map(node -> ((Labeled) node).getText()))
                .contains("Ctrl+,", "F1", "F10").as("in the timeline and in the history")
                .contains("← →, Home, End", "+, −, 0", "Page Up, Page Down", "Enter", "Delete").doesNotHaveDuplicates();
        push(KeyCode.ESCAPE);
        assertThat(Window.getWindows()).hasSize(1);
    }

    @Test
    void everyControlOfEveryWindowHasAName() throws Exception {
        waitFor(State.READY);
        for (Screen screen : window.screens().all()) {
            interact(() -> window.screens().show(screen));
            assertNamed();
        }
        for (Page page : Page.values()) {
            interact(() -> window.settingsWindow().show(page));
            assertNamed();
        }
        push(KeyCode.F1);
        assertNamed();
    }

    private void assertNamed() {
        WaitForAsyncUtils.waitForFxEvents();
        List<Node> reachable = Window.getWindows().stream()
                .flatMap(shown -> SceneGraph.visible(shown.getScene().getRoot()).stream())
                .filter(node -> node instanceof Control && node.isFocusTraversable()).toList();
        assertThat(reachable).hasSizeGreaterThan(3).allSatisfy(node -> {
            String text = node instanceof Labeled labeled ? labeled.getText() : null;
            assertThat(node.getAccessibleText() != null ? node.getAccessibleText() : text).as("%s", node).isNotBlank();
        });
    }
}
