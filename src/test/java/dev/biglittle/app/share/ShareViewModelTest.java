package dev.biglittle.app.share;

import static org.assertj.core.api.Assertions.assertThat;

import dev.biglittle.app.Events;
import dev.biglittle.app.file.ChosenFiles;
import dev.biglittle.decode.Mode;
import dev.biglittle.recording.Recording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShareViewModelTest {
    @TempDir
    Path folder;
    private final List<String> said = new ArrayList<>();
    private final List<Throwable> failures = new ArrayList<>();
    private final ChosenFiles dialogs = new ChosenFiles();
    private final ShareViewModel share = new ShareViewModel(new Screen(), () -> dialogs, Runnable::run, Runnable::run);

    private final class Screen implements ShareViewModel.Screen {
        @Override
        public Recording recording() {
            return new Recording(new Recording.MadeWith("0.1.0", "tiny", "de", "en", "CPU", 1), "Ein Haus.",
                    new Recording.Settings(Mode.BIG_LITTLE, 0.5, 3, 10), Events.house());
        }

        @Override
        public void show(Recording recording) {
            throw new UnsupportedOperationException();
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
}
