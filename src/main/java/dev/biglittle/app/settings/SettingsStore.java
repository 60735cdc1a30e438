package dev.biglittle.app.settings;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.Property;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/**
 * The settings in force. View models observe {@link #settingsProperty()} and change it by {@link #change}, both on the
 * window's thread; a thread of its own writes every change to the file.
 */
public final class SettingsStore implements AutoCloseable {
    private final SettingsFile file;
    private final ExecutorService writer;
    private final AtomicReference<Settings> unwritten = new AtomicReference<>();
    private final ReadOnlyObjectWrapper<Settings> settings;
    /** What is in the file, or soon will be: the settings without what overrules them. */
    private Settings kept;
    private final String notice;
    private volatile Consumer<RuntimeException> failed = failure -> { };

    /** Reads the file. */
    public SettingsStore(SettingsFile file) {
        this(file, Executors.newSingleThreadExecutor(task -> new Thread(task, "settings")));
    }

    /** @param writer one thread, or for tests the caller's own; shut down by {@link #close()} */
    SettingsStore(SettingsFile file, ExecutorService writer) {
        this.file = file;
        this.writer = writer;
        SettingsFile.Read read = file.read();
        kept = read.settings();
        settings = new ReadOnlyObjectWrapper<>(kept);
        notice = read.notice();
    }

    /** What was wrong with the file at the start, as a sentence; empty if nothing was. */
    public String notice() {
        return notice;
    }

    /** @param failed told on the writer's thread when settings cannot be written */
    public void setOnFailed(Consumer<RuntimeException> failed) {
        this.failed = failed;
    }

    public ReadOnlyObjectProperty<Settings> settingsProperty() {
        return settings.getReadOnlyProperty();
    }

    public Settings get() {
        return settings.get();
    }

    /** Settings that hold from now on until they are changed, and are not written to the file. */
    public void overrule(UnaryOperator<Settings> named) {
        settings.set(named.apply(settings.get()));
    }

    /**
     * Changes the settings, at once for whoever observes them and soon in the file.
     *
     * @param change made to the settings in force, and to those in the file
     */
    public void change(UnaryOperator<Settings> change) {
        Settings changed = change.apply(kept);
        if (!changed.equals(kept)) {
            kept = changed;
            unwritten.set(changed);
            if (!writer.isShutdown()) {
                writer.execute(this::write);
            }
        }
        settings.set(change.apply(settings.get()));
    }

    /**
     * Keeps a property of the window and a setting in step, whichever of them changes.
     *
     * @param with the settings with the property's new value
     */
    public <T> void keep(Property<T> property, Function<Settings, T> value, BiFunction<Settings, T, Settings> with) {
        property.setValue(value.apply(get()));
        property.addListener((p, was, is) -> change(kept -> with.apply(kept, is)));
        settings.addListener((p, was, is) -> property.setValue(value.apply(is)));
    }

    /** One setting as a property. */
    <T> ObjectProperty<T> property(Function<Settings, T> value, BiFunction<Settings, T, Settings> with) {
        ObjectProperty<T> property = new SimpleObjectProperty<>();
        keep(property, value, with);
        return property;
    }

    private void write() {
        Settings newest = unwritten.getAndSet(null);
        if (newest == null) {
            return;
        }
        try {
            file.write(newest);
        } catch (RuntimeException e) {
            failed.accept(e);
        }
    }

    /** Waits until everything is written. */
    @Override
    public void close() {
        writer.shutdown();
        try {
            writer.awaitTermination(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
