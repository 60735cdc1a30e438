package dev.biglittle.app.file;

import dev.biglittle.app.Messages;
import dev.biglittle.app.engine.TranslationWorker;
import dev.biglittle.decode.Policy;
import dev.biglittle.problem.Problem;
import dev.biglittle.text.BrokenLines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.StringProperty;

/** Opening text files, saving translations, and translating files without showing them. */
public final class DocumentViewModel {
    /** A longer file is translated into another file: laid out as one text to type in, it would hold up the window. */
    static final long LONGEST_SHOWN_BYTES = 200_000;

    /** The screen's side of it; every method is called on the window's thread. */
    public interface Texts {
        StringProperty source();

        String translation();

        /** Language code of translations; empty if not known. */
        String targetLanguage();

        Policy policy();

        /** Another text is about to take the place of the source, and is no edit of it. */
        void startAnew();

        /** A text was put into the source as a whole. */
        void arrived();

        /** @param sentence what was done */
        void say(String sentence);

        /** @param failure what went wrong */
        void failed(Throwable failure);
    }

    private final Texts texts;
    private final FileWork files;
    private final TranslationWorker worker;
    private final FileTranslationViewModel translation;
    private final Supplier<FileDialogs> dialogs;
    /** The file that was opened last; null if none was. */
    private Path opened;

    public DocumentViewModel(Texts texts, FileWork files, TranslationWorker worker,
                             FileTranslationViewModel translation, Supplier<FileDialogs> dialogs) {
        this.texts = texts;
        this.files = files;
        this.worker = worker;
        this.translation = translation;
        this.dialogs = dialogs;
    }

    /** Asks for a file, and opens it. */
    public void open() {
        dialogs.get().open().ifPresent(this::open);
    }

    /** Puts a file's text into the source; translates it into another file if it is long. */
    public void open(Path file) {
        files.show(() -> isLong(file) ? Optional.<String>empty() : Optional.of(TextFile.read(file)),
                text -> text.ifPresentOrElse(shown -> show(file, shown), () -> {
                    if (translateFile(file)) {
                        texts.say(Messages.text("document.long", file.getFileName().toString()));
                    }
                }));
    }

    private static boolean isLong(Path file) throws IOException {
        return Files.isRegularFile(file) && Files.size(file) > LONGEST_SHOWN_BYTES;
    }

    private void show(Path file, String text) {
        opened = file;
        texts.startAnew();
        texts.source().set(text);
        texts.arrived();
        texts.say(Messages.text("document.opened", file.getFileName().toString()));
    }

    /** Files were dropped on the window. */
    public void dropped(List<Path> files) {
        if (files.size() == 1) {
            open(files.get(0));
        } else {
            texts.failed(new Problem(Messages.text("document.tooMany", Integer.toString(files.size()))));
        }
    }

    /** Asks for a file's name, and saves the translation there: the present one, whatever is written meanwhile. */
    public void save() {
        String text = texts.translation();
        dialogs.get().save(folder(opened), translatedName(opened)).ifPresent(file -> files.run(() -> {
            TextFile.write(file, text);
            return file.toString();
        }, saved -> texts.say(Messages.text("document.saved", saved))));
    }

    /** Another text takes the place of the file's. */
    public void forget() {
        files.showNone();
        opened = null;
    }

    /** Empties the source. */
    public void clear() {
        forget();
        texts.source().set("");
        texts.arrived();
    }

    /** Makes one line of a sentence that stands on several, as text from PDF files does. */
    public void joinLines() {
        String before = texts.source().get();
        String joined = BrokenLines.joined(before);
        long fewer = before.lines().count() - joined.lines().count();
        if (fewer == 0) {
            texts.say(Messages.text("document.notBroken"));
            return;
        }
        texts.source().set(joined);
        texts.arrived();
        texts.say(Messages.text("document.joined", Long.toString(fewer)));
    }

    /** Asks for a file, and translates it into another one in the background. */
    public void translateFile() {
        dialogs.get().open().ifPresent(this::translateFile);
    }

    /** Says whether it began: the user may give up the dialog. */
    private boolean translateFile(Path file) {
        if (translation.runningProperty().get()) {
            texts.failed(new Problem(Messages.text("document.busy")));
            return false;
        }
        Optional<Path> target = dialogs.get().save(folder(file), translatedName(file));
        target.ifPresent(chosen ->
                translation.start(file, chosen, worker.background(texts.policy())::translate));
        return target.isPresent();
    }

    private static Path folder(Path file) {
        return file == null ? null : file.toAbsolutePath().getParent();
    }

    /** "brief.txt" in English is "brief.en.txt". */
    private String translatedName(Path file) {
        String language = texts.targetLanguage();
        if (file == null) {
            return Messages.text("document.name") + ".txt";
        }
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        String stem = dot > 0 ? name.substring(0, dot) : name;
        return stem + "." + (language.isEmpty() ? Messages.text("document.name") : language)
                + (dot > 0 ? name.substring(dot) : ".txt");
    }
}
