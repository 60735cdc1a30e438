package dev.biglittle.app.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.biglittle.app.engine.TranslationWorker;
import dev.biglittle.decode.Policy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentViewModelTest {
    @TempDir
    Path folder;
    private final StringProperty source = new SimpleStringProperty("");
    private final List<String> said = new ArrayList<>();
    private final List<Throwable> failures = new ArrayList<>();
    private String translation = "A house.";
    private int arrived;
    private int anew;
    private final ChosenFiles dialogs = new ChosenFiles();
    private final TranslationWorker worker = new TranslationWorker(name -> null);
    private final ExecutorService background = Executors.newSingleThreadExecutor();
    private final FileTranslationViewModel fileTranslation = new FileTranslationViewModel(background, Runnable::run,
            System::nanoTime, failures::add);
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final DocumentViewModel documents = documents(Runnable::run);

    private DocumentViewModel documents(Executor disk) {
        return new DocumentViewModel(new Screen(), new FileWork(disk, Runnable::run, failures::add), worker,
                fileTranslation, () -> dialogs);
    }

    @AfterEach
    void close() {
        background.shutdownNow();
        worker.close();
    }

    private final class Screen implements DocumentViewModel.Texts {
        @Override
        public void startAnew() {
            anew++;
        }

        @Override
        public StringProperty source() {
            return source;
        }

        @Override
        public String translation() {
            return translation;
        }

        @Override
        public String targetLanguage() {
            return "en";
        }

        @Override
        public Policy policy() {
            return Policy.smallAlone();
        }

        @Override
        public void arrived() {
            arrived++;
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
    void anOpenedFileIsTheSourceAndNamesItsTranslation() throws IOException {
        dialogs.toOpen = Files.writeString(folder.resolve("brief.v2.md"), "Ein Haus.");
        documents.open();
        assertThat(source.get()).isEqualTo("Ein Haus.");
        assertThat(arrived).isEqualTo(1);
        assertThat(anew).as("no edit of what stood there").isEqualTo(1);
        assertThat(said).containsExactly("Opened brief.v2.md.");
        dialogs.toSave = folder.resolve("out.md");
        documents.save();
        assertThat(dialogs.suggested).isEqualTo("brief.v2.en.md");
        assertThat(dialogs.toSave).hasContent("A house.");
        assertThat(said).last().isEqualTo("The translation is saved in " + dialogs.toSave + ".");
    }

    @Test
    void aFileThatCannotBeReadLeavesTheSourceAlone() throws IOException {
        source.set("Mein Text.");
        documents.dropped(List.of(Files.write(folder.resolve("x.txt"), new byte[] {(byte) 0xFC})));
        assertThat(source.get()).isEqualTo("Mein Text.");
        assertThat(failures).singleElement().extracting(Throwable::getMessage).asString().contains("is not in UTF-8");
        documents.dropped(List.of(folder.resolve("a"), folder.resolve("b")));
        assertThat(failures).last().extracting(Throwable::getMessage).asString().startsWith("2 files were dropped");
    }

    @Test
    void sentencesOnSeveralLinesBecomeOne() {
        source.set("Das Haus\nist\nalt.\nJa.");
        documents.joinLines();
        assertThat(source.get()).isEqualTo("Das Haus ist alt.\nJa.");
        assertThat(arrived).isEqualTo(1);
        assertThat(said).containsExactly("Line breaks removed amid sentences: 2. Undo brings them back.");
        documents.joinLines();
        assertThat(said).last().isEqualTo("No line is broken amid a sentence.");
        assertThat(arrived).as("nothing to translate anew").isEqualTo(1);
    }

    /** The slow disk of the first must not win over the second. */
    @Test
    void theFileThatWasOpenedLastIsShown() throws IOException {
        DocumentViewModel late = documents(waiting::add);
        late.open(Files.writeString(folder.resolve("slow.txt"), "Zuerst."));
        late.open(Files.writeString(folder.resolve("fast.txt"), "Danach."));
        waiting.removeLast().run();
        waiting.removeLast().run();
        assertThat(source.get()).isEqualTo("Danach.");
        assertThat(said).containsExactly("Opened fast.txt.");
    }

    @Test
    void whatWasClearedStaysClearThoughAFileWasBeingRead() throws IOException {
        DocumentViewModel late = documents(waiting::add);
        late.open(Files.writeString(folder.resolve("slow.txt"), "Zuerst."));
        late.clear();
        waiting.remove().run();
        assertThat(source.get()).isEmpty();
        assertThat(said).isEmpty();
    }

    @Test
    void aFileThatCannotBeReadIsToldThoughAnotherWasOpenedMeanwhile() throws IOException {
        DocumentViewModel late = documents(waiting::add);
        late.open(folder.resolve("gone.txt"));
        late.open(Files.writeString(folder.resolve("here.txt"), "Danach."));
        waiting.removeLast().run();
        waiting.removeLast().run();
        assertThat(source.get()).isEqualTo("Danach.");
        assertThat(failures).singleElement().extracting(Throwable::getMessage).asString().contains("gone.txt");
    }

    @Test
    void aDialogThatWasGivenUpChangesNothing() {
        documents.open();
        documents.save();
        documents.translateFile();
        assertThat(said).isEmpty();
        assertThat(failures).isEmpty();
        assertThat(fileTranslation.sentenceProperty().get()).isEmpty();
    }

    @Test
    void whatIsSavedIsTheTranslationThatWasThereWhenTheNameWasAskedFor() {
        Path file = folder.resolve("house.txt");
        FileWork files = new FileWork(Runnable::run, Runnable::run, failures::add);
        DocumentViewModel asked = new DocumentViewModel(new Screen(), files, worker, fileTranslation, () -> new FileDialogs() {
            @Override
            public Optional<Path> open() {
                return Optional.empty();
            }

            @Override
            public Optional<Path> save(Path where, String name) {
                translation = "A";
                return Optional.of(file);
            }
        });
        asked.save();
        assertThat(file).hasContent("A house.");
    }

    @Test
    void aLongFileIsTranslatedIntoAnotherFileInstead() throws Exception {
        dialogs.toOpen = Files.writeString(folder.resolve("buch.txt"), "Ein Satz. ".repeat(30_000));
        dialogs.toSave = folder.resolve("book.txt");
        documents.open();
        assertThat(source.get()).isEmpty();
        assertThat(said).singleElement().asString().startsWith("buch.txt is long");
        assertThat(dialogs.suggested).isEqualTo("buch.en.txt");
        background.shutdown();
        assertThat(background.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
        assertThat(fileTranslation.runningProperty().get()).isFalse();
        assertThat(failures).as("the worker has no pair here").hasSize(1);
        assertThat(fileTranslation.sentenceProperty().get()).contains("book.txt").contains("could not be translated");
        fileTranslation.dismiss();
        assertThat(fileTranslation.sentenceProperty().get()).isEmpty();
    }

    @Test
    void aLongFileThatIsNotTranslatedAfterAllIsNotSaidToBe() throws Exception {
        documents.dropped(List.of(Files.writeString(folder.resolve("buch.txt"), "Ein Satz. ".repeat(30_000))));
        assertThat(dialogs.suggested).isEqualTo("buch.en.txt");
        assertThat(said).isEmpty();
    }

    @Test
    void anotherTextIsNotSavedUnderTheFilesName() throws Exception {
        documents.open(Files.writeString(folder.resolve("brief.txt"), "Ein Brief."));
        documents.save();
        assertThat(dialogs.suggested).isEqualTo("brief.en.txt");
        documents.forget();
        documents.save();
        assertThat(dialogs.suggested).isEqualTo("translation.txt");
    }

    @Test
    void clearEmptiesTheSource() {
        source.set("Mein Text.");
        documents.clear();
        assertThat(source.get()).isEmpty();
        assertThat(arrived).isEqualTo(1);
    }
}
