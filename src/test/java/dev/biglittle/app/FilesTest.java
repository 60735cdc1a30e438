package dev.biglittle.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import dev.biglittle.app.file.FileDialogs;
import dev.biglittle.app.marked.TranslationArea;
import dev.biglittle.app.translate.State;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/** Files in the real window; only the system's dialogs are stood in for. */
@Timeout(120)
class FilesTest extends RealWindow {
    /** Enough that the models are still at it when the window is used, however fast they are. */
    private static final int LINES = 1500;

    @TempDir
    Path folder;
    private Path toOpen;
    private Path toSave;

    @BeforeEach
    void chooseFiles() {
        interact(() -> window.setDialogs(new FileDialogs() {
            @Override
            public Optional<Path> open() {
                return Optional.ofNullable(toOpen);
            }

            @Override
            public Optional<Path> save(Path where, String suggested) {
                return Optional.ofNullable(toSave);
            }
        }));
    }

    private ButtonBase fireable(String id) {
        return lookup("#" + id).query();
    }

    private void fire(String id) {
        interact(() -> fireable(id).fire());
    }

    private MenuItem menuItem(String id) {
        return lookup(".menu-bar").<MenuBar>query().getMenus().stream().flatMap(menu -> menu.getItems().stream())
                .filter(item -> id.equals(item.getId())).findFirst().orElseThrow();
    }

    private String sentence() {
        return lookup("#file-translation-sentence").<Labeled>query().getText();
    }

    private void until(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, condition);
        waitForFxEvents();
    }

    @Test
    void openTranslatesSaveSavesAndUndoBringsBackWhatWasThere() throws Exception {
        waitFor(State.READY);
        clickOn("#source").write("Hallo.");
        toOpen = Files.writeString(folder.resolve("brief.txt"), "Das Wetter ist schön.\nIch habe Hunger.\n");
        toSave = folder.resolve("letter.txt");
        fire("open");
        until(() -> window.model().translation().sentences().size() == 2
                && window.model().stateProperty().get() == State.READY);
        fire("save");
        until(() -> Files.exists(toSave));
        assertThat(toSave).content().isEqualTo(window.model().translation().text()).hasLineCount(2);
        interact(() -> lookup("#source").<TextArea>query().undo());
        assertThat(window.model().sourceProperty().get()).isEqualTo("Hallo.");
        fire("clear");
        assertThat(window.model().sourceProperty().get()).isEmpty();
        assertThat(window.model().translation().text()).isEmpty();
        interact(() -> lookup("#source").<TextArea>query().undo());
        assertThat(window.model().sourceProperty().get()).isEqualTo("Hallo.");
    }

    @Test
    void aTranslationThatIsNotWholeIsNeitherSavedNorCopied() throws Exception {
        waitFor(State.READY);
        interact(() -> {
            window.model().sourceProperty().set("Das Wetter ist schön. Ich habe Hunger.");
            window.model().translate();
        });
        waitFor(State.READY);
        String before = window.model().translation().text();
        interact(() -> {
            fireable("copy").fire();
            assertThat(menuItem("menu-file-save").isDisable()).isFalse();
            // every sentence is written anew, and shown as it was until then
            window.model().thresholds().fallbackProperty().set(0.9);
            window.model().translate();
            assertThat(fireable("copy").isDisabled()).isTrue();
            assertThat(fireable("save").isDisabled()).isTrue();
            assertThat(menuItem("menu-file-save").isDisable()).isTrue();
            lookup("#translation").<TranslationArea>query().copy();
            assertThat(window.model().messageProperty().get()).startsWith("The translation is not finished yet");
            assertThat(Clipboard.getSystemClipboard().getString()).isEqualTo(before);
        });
        waitFor(State.READY);
        assertThat(fireable("save").isDisabled()).isFalse();
        assertThat(menuItem("menu-file-save").isDisable()).isFalse();
        interact(lookup("#translation").<TranslationArea>query()::copy);
        assertThat(window.model().messageProperty().get()).isEqualTo("The translation is on the clipboard.");
        interact(() -> assertThat(Clipboard.getSystemClipboard().getString())
                .isEqualTo(window.model().translation().text()));
    }

    @Test
    void aDroppedTextFileIsOpenedAndTranslatedWhereverItIsDropped() throws Exception {
        waitFor(State.READY);
        Path letter = Files.writeString(folder.resolve("brief.txt"), "Das Wetter ist schön.\n");
        boolean[] taken = new boolean[1];
        interact(() -> taken[0] = Drop.files(lookup("#translation").query(), letter));
        assertThat(taken[0]).isTrue();
        until(() -> window.model().sourceProperty().get().startsWith("Das Wetter ist schön."));
        until(() -> !window.model().translation().text().isBlank()
                && window.model().stateProperty().get() == State.READY);
        interact(() -> taken[0] = Drop.files(lookup("#source").query(), letter, letter));
        until(() -> lookup("#failure").query().isVisible());
        assertThat(lookup("#failure-sentence").<Labeled>query().getText()).startsWith("2 files were dropped");
    }

    @Test
    void aFileInAnotherEncodingIsSaidInASentence() throws Exception {
        waitFor(State.READY);
        toOpen = Files.write(folder.resolve("alt.txt"), new byte[] {'G', 'r', (byte) 0xFC, (byte) 0xDF, 'e'});
        fire("open");
        until(() -> lookup("#failure").query().isVisible());
        assertThat(lookup("#failure-sentence").<Labeled>query().getText()).startsWith(toOpen.toString())
                .contains("is not in UTF-8 (see line 1)");
    }

    @Test
    void aFileIsTranslatedInTheBackgroundWhileTheWindowIsUsed() throws Exception {
        waitFor(State.READY);
        toOpen = Files.writeString(folder.resolve("buch.txt"), "Das Wetter ist heute sehr schön.\n".repeat(LINES));
        toSave = folder.resolve("book.txt");
        interact(() -> window.desk().documents().translateFile());
        until(() -> sentence().startsWith("Writing book.txt"));
        clickOn("#source").write("Guten Morgen!");
        until(() -> !window.model().translation().text().isBlank()
                && window.model().stateProperty().get() == State.READY);
        until(() -> sentence().endsWith("book.txt is finished."));
        assertThat(toSave).content().hasLineCount(LINES);
        assertThat(Files.readAllLines(toSave)).containsOnly(Files.readAllLines(toSave).get(0));
        fire("file-translation-dismiss");
        assertThat(lookup("#file-translation").query().isVisible()).isFalse();
    }

    @Test
    void aCancelledFileLeavesWhatWasTranslated() throws Exception {
        waitFor(State.READY);
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 3000; i++) {
            lines.append("Am ").append(i % 28 + 1).append(". Mai haben wir ").append(i).append(" Briefe geschrieben.\n");
        }
        toOpen = Files.writeString(folder.resolve("buch.txt"), lines);
        toSave = folder.resolve("book.txt");
        interact(() -> window.desk().documents().translateFile());
        until(() -> window.desk().fileTranslation().progressProperty().get() > 0);
        fire("file-translation-cancel");
        until(() -> sentence().startsWith("Cancelled. What was translated is in"));
        assertThat(toSave).doesNotExist();
        assertThat(folder.resolve("book.txt.part")).content().endsWith("\n");
        List<String> left = Files.readAllLines(folder.resolve("book.txt.part"));
        assertThat(left).isNotEmpty().noneMatch(String::isBlank);
        interact(() -> {
            window.model().sourceProperty().set(lines.toString().lines().limit(left.size())
                    .collect(Collectors.joining("\n")));
            window.model().translate();
        });
        waitFor(State.READY);
        assertThat(left).as("what the window shows for as many lines")
                .containsExactlyElementsOf(window.model().translation().text().lines().toList());
    }
}
