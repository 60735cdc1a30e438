package dev.biglittle.app.translate;

import dev.biglittle.app.Later;
import dev.biglittle.app.engine.TranslationWorker;
import dev.biglittle.app.example.Example;
import dev.biglittle.app.example.ExampleViewModel;
import dev.biglittle.app.file.DocumentViewModel;
import dev.biglittle.app.file.FileDialogs;
import dev.biglittle.app.file.FileTranslationViewModel;
import dev.biglittle.app.file.FileWork;
import dev.biglittle.app.history.HistoryViewModel;
import dev.biglittle.app.history.PastTranslation;
import dev.biglittle.app.share.ShareViewModel;
import dev.biglittle.decode.Policy;
import dev.biglittle.recording.Recording;
import dev.biglittle.recording.RecordingFile;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.StringProperty;

/** Where the texts of the translation screen come from and go to: typing, files and the history. */
public final class Desk implements AutoCloseable {
    private final ExecutorService background = Executors.newCachedThreadPool(task -> new Thread(task, "files"));
    private final TypingViewModel typing;
    private final FileTranslationViewModel fileTranslation;
    private final DocumentViewModel documents;
    private final ShareViewModel share;
    private final ExampleViewModel examples;
    private final ExecutorService disk = Executors.newSingleThreadExecutor(task -> new Thread(task, "history"));
    private final HistoryViewModel history;
    private final BooleanProperty scrollTogether = new SimpleBooleanProperty(true);
    private final TranslateViewModel model;

    /**
     * @param data    folder of what the user has made, such as the history
     * @param window  runs tasks on the window's thread
     * @param later   the same, after a while
     * @param dialogs asked for when files are chosen
     * @param failed  told what goes wrong, on the window's thread
     */
    public Desk(TranslateViewModel model, TranslationWorker worker, Path data, Executor window, Later later,
                Supplier<FileDialogs> dialogs, Consumer<Throwable> failed) {
        this.model = model;
        typing = new TypingViewModel(model, later);
        fileTranslation = new FileTranslationViewModel(background, window, System::nanoTime, failed);
        examples = new ExampleViewModel(model.status().sourceCodeProperty(), model.sourceProperty(), this::show);
        FileWork files = new FileWork(background, window, failed);
        share = new ShareViewModel(new ShareScreen(model, this::show, failed), files, dialogs);
        documents = new DocumentViewModel(new ScreenTexts(model, failed), files, worker, fileTranslation, dialogs);
        history = new HistoryViewModel(data.resolve("history"), disk, window, later, Instant::now, failed);
        model.shown().setOnDone(history::record);
        model.sourceProperty().addListener((property, was, is) -> {
            if (is.isBlank()) {
                history.startAnew();
            }
        });
    }

    /** Whether source and translation scroll together. */
    public BooleanProperty scrollTogetherProperty() {
        return scrollTogether;
    }

    /** Shows a past translation. */
    public void bringBack(PastTranslation past) {
        documents.forget();
        model.bringBack(past);
        // the settings may be others by now, and the text is not to be translated unasked
        typing.settled();
    }

    private void show(Recording recording) {
        documents.forget();
        history.startAnew();
        model.show(recording);
    }

    /** Puts an example on the screen and translates it. */
    private void show(Example example) {
        documents.forget();
        model.thresholds().apply(example.settings());
        model.sourceProperty().set(example.text());
        model.translate();
    }

    /** Files were dropped on the window: a recording is shown, anything else is a text. */
    void dropped(List<Path> files) {
        if (files.size() == 1 && files.get(0).toString().endsWith(RecordingFile.EXTENSION)) {
            share.open(files.get(0));
        } else {
            documents.dropped(files);
        }
    }

    public TypingViewModel typing() {
        return typing;
    }

    public DocumentViewModel documents() {
        return documents;
    }

    public HistoryViewModel history() {
        return history;
    }

    public ExampleViewModel examples() {
        return examples;
    }

    public ShareViewModel share() {
        return share;
    }

    public FileTranslationViewModel fileTranslation() {
        return fileTranslation;
    }

    /** To be called on the window's thread. Ends what runs in the background; files being saved are saved whole. */
    @Override
    public void close() {
        typing.close();
        fileTranslation.cancel();
        background.shutdown();
        history.close();
        disk.shutdown();
    }

    /** After {@link #close}, on any thread: waits until what was begun is on the disk. */
    public void awaitSaved() {
        try {
            background.awaitTermination(1, TimeUnit.MINUTES);
            disk.awaitTermination(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The translation screen, as files see it. */
    private final class ScreenTexts implements DocumentViewModel.Texts {
        private final TranslateViewModel model;
        private final Consumer<Throwable> failed;

        ScreenTexts(TranslateViewModel model, Consumer<Throwable> failed) {
            this.model = model;
            this.failed = failed;
        }

        @Override
        public StringProperty source() {
            return model.sourceProperty();
        }

        @Override
        public String translation() {
            return model.translation().text();
        }

        @Override
        public String targetLanguage() {
            return model.status().targetCode();
        }

        @Override
        public Policy policy() {
            return model.thresholds().policy();
        }

        @Override
        public void startAnew() {
            history.startAnew();
        }

        @Override
        public void arrived() {
            if (model.sourceProperty().get().isBlank()) {
                model.update();
            } else {
                typing.pasted();
            }
        }

        @Override
        public void say(String sentence) {
            model.say(sentence);
        }

        @Override
        public void failed(Throwable failure) {
            failed.accept(failure);
        }
    }
}
