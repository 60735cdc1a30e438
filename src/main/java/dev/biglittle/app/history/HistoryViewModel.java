package dev.biglittle.app.history;

import dev.biglittle.app.Later;
import dev.biglittle.app.Messages;
import dev.biglittle.problem.Problem;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * Past translations: found by their words, shown again, deleted. A text that is typed and translated again and again is
 * one of them, not many. What is kept is bounded; the oldest goes first.
 */
public final class HistoryViewModel {
    static final long QUIET_NANOS = 2_000_000_000L;
    static final int MOST_ENTRIES = 300;
    /** Of source and translation, over all entries. */
    static final long MOST_CHARS = 5_000_000;

    private final HistoryFolder folder;
    private final ExecutorService disk;
    private final Executor window;
    private final Later later;
    private final Supplier<Instant> clock;
    private final Consumer<Throwable> failed;
    private final BooleanProperty kept = new SimpleBooleanProperty(true);
    private final StringProperty search = new SimpleStringProperty("");
    /** Newest first. */
    private final List<HistoryEntry> all = new ArrayList<>();
    private final ObservableList<HistoryEntry> found = FXCollections.observableArrayList();
    private final CurrentEntry current = new CurrentEntry();
    /** Translations that are not on the disk yet: while a text is typed, not every one of them needs to go there. */
    private final Map<HistoryEntry, PastTranslation> unwritten = new LinkedHashMap<>();
    private Runnable stopWaiting = () -> { };
    private boolean closed;

    /**
     * @param folder where translations are kept; made when the first one is
     * @param disk   one thread, which waits for the disk; the caller shuts it down
     * @param window runs tasks on the window's thread
     * @param failed told what goes wrong, on the window's thread
     */
    public HistoryViewModel(Path folder, ExecutorService disk, Executor window, Later later,
                            Supplier<Instant> clock, Consumer<Throwable> failed) {
        this.folder = new HistoryFolder(folder);
        this.disk = disk;
        this.window = window;
        this.later = later;
        this.clock = clock;
        this.failed = failed;
        search.addListener((property, was, is) -> find());
    }

    /** Reads what was kept. */
    public void load() {
        onDisk(() -> {
            HistoryFolder.Contents contents = folder.read();
            window.execute(() -> loaded(contents));
        });
    }

    private void loaded(HistoryFolder.Contents contents) {
        if (closed) {
            return;
        }
        // what was translated meanwhile is newer
        all.addAll(contents.entries());
        bound();
        find();
        // in one message: a second one would take the first one's place
        String said = (about(contents.damaged(), "history.damaged", "history.damagedSome") + " "
                + about(contents.unreadable(), "history.unreadableOne", "history.unreadableSome")).strip();
        if (!said.isEmpty()) {
            failed.accept(new Problem(said));
        }
    }

    /** What is the matter with some files; nothing if there are none. */
    private static String about(List<Path> files, String one, String some) {
        return files.isEmpty() ? "" : Messages.text(files.size() == 1 ? one : some, files.get(0).toString(),
                Integer.toString(files.size()));
    }

    /**
     * A translation was finished.
     *
     * @param unasked whether it was made while the text was typed
     */
    public void record(PastTranslation done, boolean unasked) {
        if (!kept.get() || closed) {
            current.end();
            return;
        }
        HistoryEntry before = current.continuedBy(done, unasked);
        Instant now = clock.get();
        HistoryEntry entry = new HistoryEntry(before != null ? before.id() : newId(now), now,
                done.madeWith().pair(), done.source(), done.translation());
        current.set(entry, done.policy());
        all.remove(before);
        all.add(0, entry);
        bound();
        find();
        unwritten.keySet().removeIf(other -> other.id().equals(entry.id()));
        unwritten.put(entry, done);
        stopWaiting.run();
        stopWaiting = later.after(QUIET_NANOS, this::write);
    }

    /** The next translation is of another text, however much it resembles the present one. */
    public void startAnew() {
        current.end();
    }

    private void write() {
        stopWaiting.run();
        unwritten.forEach((entry, done) -> onDisk(() -> folder.write(entry, done)));
        unwritten.clear();
    }

    /**
     * Writes what is not on the disk yet. What the worker and the disk still report afterwards, of a window that has gone,
     * is not kept.
     */
    public void close() {
        write();
        closed = true;
    }

    /** File names in the order of time, as in "2026-11-24T19-30-00.123Z". */
    private String newId(Instant now) {
        String id = now.toString().replace(':', '-');
        return all.stream().anyMatch(entry -> entry.id().equals(id)) ? newId(now.plusMillis(1)) : id;
    }

    private void bound() {
        long chars = 0;
        for (int i = 0; i < all.size(); i++) {
            HistoryEntry entry = all.get(i);
            chars += entry.source().length() + entry.translation().length();
            if (i > 0 && (i >= MOST_ENTRIES || chars > MOST_CHARS)) {
                List<HistoryEntry> oldest = all.subList(i, all.size());
                unwritten.keySet().removeAll(oldest);
                List.copyOf(oldest).forEach(old -> onDisk(() -> folder.delete(old)));
                oldest.clear();
            }
        }
    }

    /** Reads a translation in the background, and hands it to the window. */
    public void choose(HistoryEntry entry, Consumer<PastTranslation> chosen) {
        write();
        onDisk(() -> {
            PastTranslation past = folder.read(entry);
            window.execute(() -> {
                current.setPast(entry, past.policy());
                chosen.accept(past);
            });
        });
    }

    public void delete(HistoryEntry entry) {
        current.end();
        unwritten.remove(entry);
        all.remove(entry);
        find();
        onDisk(() -> folder.delete(entry));
    }

    public void deleteAll() {
        current.end();
        unwritten.clear();
        all.clear();
        find();
        onDisk(folder::deleteAll);
    }

    private void find() {
        String[] words = search.get().strip().split("\\s+");
        found.setAll(all.stream().filter(entry -> entry.contains(words)).toList());
    }

    private void onDisk(Runnable work) {
        disk.execute(() -> {
            try {
                work.run();
            } catch (RuntimeException | Error e) {
                // whatever it is, the window shows it
                window.execute(() -> failed.accept(e));
            }
        });
    }

    /** The entries that contain every word of the search, newest first. */
    public ObservableList<HistoryEntry> found() {
        return found;
    }

    public StringProperty searchProperty() {
        return search;
    }

    /** Whether translations are kept; those that were stay until they are deleted. */
    public BooleanProperty keptProperty() {
        return kept;
    }
}
