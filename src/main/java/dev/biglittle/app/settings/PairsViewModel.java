package dev.biglittle.app.settings;

import dev.biglittle.app.Failure;
import dev.biglittle.app.settings.PairEntry.State;
import dev.biglittle.pair.PairDescription;
import dev.biglittle.pair.PairFolders;
import dev.biglittle.pair.PairInspection;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The list of pairs: those that came with the program, and those in folders the user added. */
public final class PairsViewModel {
    private static final int STEPS_OF_PROGRESS = 100;

    private final SettingsStore store;
    private final Executor background;
    private final Executor window;
    private final ObservableList<PairEntry> pairs = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<PairEntry> chosen = new ReadOnlyObjectWrapper<>();

    /**
     * @param background reads files, one task at a time
     * @param window     runs tasks on the window's thread
     */
    public PairsViewModel(SettingsStore store, Executor background, Executor window) {
        this.store = store;
        this.background = background;
        this.window = window;
        PairFolders.installed().forEach(folder -> pairs.add(new PairEntry(folder, false)));
        store.get().models().folders().forEach(folder -> pairs.add(new PairEntry(Path.of(folder), true)));
        pairs.forEach(this::describe);
        store.settingsProperty().addListener((property, was, is) -> findChosen());
        findChosen();
    }

    private void findChosen() {
        String pair = store.get().models().pair();
        // none named is the first that came with the program, never one that was added: that one would not be loaded
        chosen.set(pairs.stream()
                .filter(entry -> pair.isEmpty() ? !entry.isAdded() : entry.folder().toString().equals(pair)).findFirst()
                .orElse(null));
    }

    private void describe(PairEntry entry) {
        background.execute(() -> {
            try {
                PairDescription description = PairInspection.describe(entry.folder());
                window.execute(() -> entry.found(State.DESCRIBED, description, ""));
            } catch (RuntimeException e) {
                window.execute(() -> entry.found(State.REFUSED, null, Failure.of(e).sentence()));
            }
        });
    }

    /** Adds a folder to the list, and checks it. A pair that is in the list already is only checked again. */
    public PairEntry add(Path folder) {
        Path path = folder.toAbsolutePath().normalize();
        PairEntry entry = pairs.stream().filter(other -> other.folder().equals(path)).findFirst().orElse(null);
        if (entry == null) {
            entry = new PairEntry(path, true);
            pairs.add(entry);
            saveFolders();
        }
        verify(entry);
        return entry;
    }

    /** Checks every file of a pair, and loads its models, in the background. */
    public void verify(PairEntry entry) {
        if (entry.findingsProperty().get().state() == State.CHECKING) {
            return;
        }
        entry.checking();
        AtomicInteger shown = new AtomicInteger();
        background.execute(() -> {
            try {
                PairDescription description = PairInspection.verify(entry.folder(), share -> {
                    int steps = (int) (share * STEPS_OF_PROGRESS);
                    if (shown.getAndSet(steps) != steps) {
                        window.execute(() -> entry.read(share));
                    }
                });
                window.execute(() -> entry.found(State.SOUND, description, ""));
            } catch (RuntimeException | Error e) {
                // whatever it is, the list shows it; a missing native library is an Error
                window.execute(() -> entry.found(State.REFUSED, entry.findingsProperty().get().description(),
                        Failure.of(e).sentence()));
            }
        });
    }

    /** Translates with this pair from now on. */
    public void choose(PairEntry entry) {
        String pair = !entry.isAdded() && pairs.indexOf(entry) == 0 ? "" : entry.folder().toString();
        store.change(settings -> settings.with(settings.models().withPair(pair)));
    }

    /** Takes a pair that the user added off the list; its files stay. If it was in use, the first one takes its place. */
    public void remove(PairEntry entry) {
        if (!entry.isAdded()) {
            return;
        }
        pairs.remove(entry);
        store.change(settings -> settings.models().pair().equals(entry.folder().toString())
                ? settings.with(settings.models().withPair("")) : settings);
        saveFolders();
    }

    private void saveFolders() {
        List<String> folders = new ArrayList<>();
        pairs.stream().filter(PairEntry::isAdded).forEach(entry -> folders.add(entry.folder().toString()));
        store.change(settings -> settings.with(settings.models().withFolders(folders)));
    }

    /** In the order of the list: first those that came with the program. */
    public ObservableList<PairEntry> pairs() {
        return pairs;
    }

    /** The pair that the settings mean; null if it is not in the list. */
    public ReadOnlyObjectProperty<PairEntry> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }
}
