package dev.biglittle.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.biglittle.app.settings.PairEntry.State;
import dev.biglittle.pair.PairCopy;
import dev.biglittle.pair.PairFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The list of pairs on real pairs, without a window. */
class PairsViewModelTest {
    @TempDir
    Path temp;
    private SettingsStore store;

    private PairsViewModel model() {
        store = new SettingsStore(new SettingsFile(temp.resolve("configuration")));
        return new PairsViewModel(store, Runnable::run, Runnable::run);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private Path copyOfThePair() {
        return PairCopy.in(temp.resolve("copy")).folder();
    }

    @Test
    void listsWhatCameWithTheProgramAndSaysItIsNotChecked() {
        PairsViewModel model = model();
        assertThat(model.pairs()).hasSize(PairFolders.installed().size());
        PairEntry first = model.pairs().get(0);
        assertThat(first.isAdded()).isFalse();
        assertThat(first.findingsProperty().get().state()).isEqualTo(State.DESCRIBED);
        assertThat(first.findingsProperty().get().description().name()).isEqualTo("German to English");
        assertThat(model.chosenProperty().get()).isSameAs(first);
    }

    @Test
    void anAddedPairIsCheckedWithProgressAndIsThereAtTheNextStart() {
        Path copy = copyOfThePair();
        PairsViewModel model = model();
        List<Number> progress = new ArrayList<>();
        List<State> states = new ArrayList<>();
        model.pairs().addListener((ListChangeListener<PairEntry>) change -> {
            while (change.next()) {
                change.getAddedSubList().forEach(entry -> {
                    entry.progressProperty().addListener((p, was, is) -> progress.add(is));
                    entry.findingsProperty().addListener((p, was, is) -> states.add(is.state()));
                });
            }
        });
        PairEntry entry = model.add(copy);
        assertThat(states).containsExactly(State.CHECKING, State.SOUND);
        assertThat(progress).hasSizeGreaterThan(50).isSorted().last().isEqualTo(1.0);
        model.choose(entry);
        assertThat(model.chosenProperty().get()).isSameAs(entry);
        assertThat(store.get().models().engine().pair()).isEqualTo(copy);
        assertThat(model.add(copy)).as("added twice").isSameAs(entry);
        store.close();
        PairsViewModel next = model();
        assertThat(next.pairs()).hasSize(PairFolders.installed().size() + 1);
        assertThat(next.chosenProperty().get().folder()).isEqualTo(copy);
        next.remove(next.chosenProperty().get());
        assertThat(store.get().models().pair()).isEmpty();
        assertThat(store.get().models().folders()).isEmpty();
        assertThat(copy.resolve("pair.json")).exists();
        assertThat(next.chosenProperty().get().isAdded()).isFalse();
    }

    @Test
    void aDamagedPairIsRefusedWithTheReason() {
        PairEntry entry = model().add(PairCopy.in(temp.resolve("copy")).flipOneBit("large/decoder.onnx").folder());
        assertThat(entry.findingsProperty().get().state()).isEqualTo(State.REFUSED);
        assertThat(entry.findingsProperty().get().refusal()).contains("decoder.onnx").contains("SHA-256")
                .doesNotContain("Exception");
    }

    @Test
    void aFolderWithoutAPairIsRefusedToo() throws IOException {
        PairEntry entry = model().add(Files.createDirectory(temp.resolve("empty")));
        assertThat(entry.findingsProperty().get().refusal()).contains("empty").contains("pair.json");
    }

    @Test
    void aPairThatTheCommandLineNamedIsInUseUntilAnotherIsChosen() {
        Path copy = copyOfThePair();
        PairEntry added = model().add(copy);
        store.overrule(settings -> settings.with(settings.models().overruledBy(copy, runtime -> runtime)));
        PairsViewModel model = new PairsViewModel(store, Runnable::run, Runnable::run);
        assertThat(model.chosenProperty().get().folder()).isEqualTo(added.folder());
        model.choose(model.pairs().get(0));
        assertThat(model.chosenProperty().get()).isSameAs(model.pairs().get(0));
        assertThat(store.get().models().engine().pair()).isNull();
    }

    @Test
    void whereNoneCameWithTheProgramAnAddedPairIsNotInUseUntilItIsChosen() {
        Path copy = copyOfThePair();
        String before = System.setProperty(PairFolders.PROPERTY, temp.resolve("none").toString());
        try {
            PairsViewModel model = model();
            PairEntry added = model.add(copy);
            assertThat(added.findingsProperty().get().state()).isEqualTo(State.SOUND);
            assertThat(model.chosenProperty().get()).isNull();
            model.choose(added);
            assertThat(model.chosenProperty().get()).isSameAs(added);
            assertThat(store.get().models().engine().pair()).isEqualTo(copy);
        } finally {
            System.setProperty(PairFolders.PROPERTY, before);
        }
    }

    @Test
    void whatCameWithTheProgramStaysOnTheList() {
        PairsViewModel model = model();
        model.remove(model.pairs().get(0));
        assertThat(model.pairs()).hasSize(PairFolders.installed().size());
    }
}
