package dev.biglittle.app.share;

import dev.biglittle.app.Messages;
import dev.biglittle.app.file.FileDialogs;
import dev.biglittle.app.file.FileDialogs.Kind;
import dev.biglittle.app.file.FileWork;
import dev.biglittle.problem.Problem;
import dev.biglittle.recording.Recording;
import dev.biglittle.recording.RecordingFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Saves the shown translation in each form, and opens recordings. Called on the window's thread; files may wait. */
public final class ShareViewModel {
    /** The screen's side of it; every method is called on the window's thread. */
    public interface Screen {
        /** The translation that is shown, whole. */
        Recording recording();

        /** Shows one as if it had just been made. */
        void show(Recording recording);

        /** @param sentence what was done */
        void say(String sentence);

        /** @param failure what went wrong */
        void failed(Throwable failure);
    }

    private final Screen screen;
    private final FileWork files;
    private final Supplier<FileDialogs> dialogs;

    public ShareViewModel(Screen screen, FileWork files, Supplier<FileDialogs> dialogs) {
        this.screen = screen;
        this.files = files;
        this.dialogs = dialogs;
    }

    /** Asks for a recording, and shows it. */
    public void open() {
        dialogs.get().open(Kind.RECORDING).ifPresent(this::open);
    }

    /** Shows a recording. */
    public void open(Path file) {
        files.show(() -> RecordingFile.load(file), recording -> {
            screen.show(recording);
            screen.say(Messages.text("share.opened", file.getFileName().toString(), recording.madeWith().pair()));
        });
    }

    /** Asks for a name, and saves every step there. */
    public void saveRecording() {
        save(Kind.RECORDING, recording -> file -> RecordingFile.save(file, recording));
    }

    /** Asks for a name, and saves a page for any browser there. */
    public void savePage() {
        save(Kind.PAGE, recording -> file -> PageFile.save(file, recording));
    }

    /** @param picture draws the recording, on the window's thread; what it gives writes the picture */
    public void savePicture(Function<Recording, Consumer<Path>> picture) {
        save(Kind.PICTURE, picture);
    }

    private void save(Kind kind, Function<Recording, Consumer<Path>> as) {
        Recording recording = screen.recording();
        dialogs.get().save(kind, null, Messages.text("document.name") + kind.extension()).ifPresent(chosen -> {
            Path file = kind.named(chosen);
            if (!file.equals(chosen) && Files.exists(file)) {
                // the dialog asked about the name without its ending
                screen.failed(new Problem(Messages.text("share.exists", file.toString())));
                return;
            }
            Consumer<Path> write;
            try {
                write = as.apply(recording);
            } catch (RuntimeException e) {
                screen.failed(e);
                return;
            }
            files.run(() -> {
                write.accept(file);
                return file.toString();
            }, saved -> screen.say(Messages.text("share.saved", saved)));
        });
    }
}
