package dev.biglittle.app.share;

import static org.assertj.core.api.Assertions.assertThat;

import dev.biglittle.app.Events;
import dev.biglittle.app.file.ChosenFiles;
import dev.biglittle.app.file.FileDialogs.Kind;
import dev.biglittle.app.file.FileWork;
import dev.biglittle.decode.Mode;
import dev.biglittle.recording.Recording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShareViewModelTest {
    @TempDir
    Path folder;
    private final List<String> said = new ArrayList<>();
    private final List<Throwable> failures = new ArrayList<>();
    private final ChosenFiles dialogs = new ChosenFiles();
    private final List<String> shown = new ArrayList<>();
    private final FileWork files = new FileWork(Runnable::run, Runnable::run, failures::add);
    private final ShareViewModel share = new ShareViewModel(new Screen(), files, () -> dialogs);

    private final class Screen implements ShareViewModel.Screen {
        @Override
        public Recording recording() {
            return new Recording(new Recording.MadeWith("0.1.0", "tiny", "de", "en", "CPU", 1), "Ein Haus.",
                    new Recording.Settings(Mode.BIG_LITTLE, 0.5, 3, 10), Events.house());
        }

        @Override
        public void show(Recording recording) {
            shown.add(recording.source());
        }

        @Override
        public void say(String sentence) {
            said.add(sentence);
        }

        @Override
        public void failed(Throwable failure) {
            failures.add(failure);
        }
    }

    @Test
    void aFileThatTheDialogDidNotAskAboutIsNotReplaced() throws IOException {
        Path report = Files.writeString(folder.resolve("bericht.html"), "mine");
        dialogs.toSave = folder.resolve("bericht");
        share.savePage();
        assertThat(report).hasContent("mine");
        assertThat(failures).singleElement().extracting(Throwable::getMessage).asString()
                .startsWith(report + " exists already");
        dialogs.toSave = report;
        share.savePage();
        assertThat(report).as("here the dialog asked").content().contains("<html");
        dialogs.toSave = folder.resolve("brief");
        share.savePage();
        assertThat(folder.resolve("brief.html")).isNotEmptyFile();
        assertThat(said).containsExactly("Saved as " + report + ".", "Saved as " + dialogs.toSave + ".html.");
    }

    /** Opening, dropping, clearing, an example, the past: whatever comes last stays, and a slow disk does not undo it. */
    @Test
    void aRecordingThatComesTooLateIsNotShown() {
        Deque<Runnable> waiting = new ArrayDeque<>();
        FileWork slow = new FileWork(waiting::add, Runnable::run, failures::add);
        ShareViewModel late = new ShareViewModel(new Screen(), slow, () -> dialogs);
        dialogs.toSave = folder.resolve("haus" + Kind.RECORDING.extension());
        share.saveRecording();
        late.open(dialogs.toSave);
        waiting.remove().run();
        assertThat(shown).containsExactly("Ein Haus.");
        late.open(dialogs.toSave);
        slow.showNone();
        waiting.remove().run();
        assertThat(shown).hasSize(1);
    }
}
