package dev.biglittle.app.share;

import static org.assertj.core.api.Assertions.assertThat;

import dev.biglittle.app.Events;
import dev.biglittle.app.file.FileDialogs;
import dev.biglittle.decode.Mode;
import dev.biglittle.recording.Recording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShareViewModelTest {
    @TempDir
    Path folder;
    private final List<String> said = new ArrayList<>();
    private final List<Throwable> failures = new ArrayList<>();
    private Path toSave;
    private final ShareViewModel share = new ShareViewModel(new Screen(), Dialogs::new, Runnable::run, Runnable::run);

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

    private final class Dialogs implements FileDialogs {
        @Override
        public Optional<Path> open() {
            return Optional.empty();
        }

        @Override
        public Optional<Path> save(Path where, String suggested) {
            return Optional.of(toSave);
        }
    }

    @Test
    void aFileThatTheDialogDidNotAskAboutIsNotReplaced() throws IOException {
        Path report = Files.writeString(folder.resolve("bericht.html"), "mine");
        toSave = folder.resolve("bericht");
        share.savePage();
        assertThat(report).hasContent("mine");
        assertThat(failures).singleElement().extracting(Throwable::getMessage).asString()
                .startsWith(report + " exists already");
        toSave = report;
        share.savePage();
        assertThat(report).as("here the dialog asked").content().contains("<html");
        toSave = folder.resolve("brief");
        share.savePage();
        assertThat(folder.resolve("brief.html")).isNotEmptyFile();
        assertThat(said).containsExactly("Saved as " + report + ".", "Saved as " + toSave + ".html.");
    }
}
