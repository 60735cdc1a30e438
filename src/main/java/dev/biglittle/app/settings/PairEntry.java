package dev.biglittle.app.settings;

import dev.biglittle.pair.PairDescription;
import java.nio.file.Path;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** A pair in the list of pairs, and what is known of it. */
public final class PairEntry {
    /** How far its check is. */
    public enum State {
        /** Its description was not read yet. */
        UNKNOWN,
        /** It has a sound description; its files were not checked in this list. */
        DESCRIBED,
        /** Its files are being checked. */
        CHECKING,
        /** Every file is as it was exported, and both models run. */
        SOUND,
        /** It cannot be used. */
        REFUSED
    }

    /**
     * @param description null while unknown, and where the pair has none that can be read
     * @param refusal     why the pair is refused, in a sentence; empty if it is not
     */
    public record Findings(State state, PairDescription description, String refusal) {
    }

    private final Path folder;
    private final boolean added;
    private final ReadOnlyObjectWrapper<Findings> findings =
            new ReadOnlyObjectWrapper<>(new Findings(State.UNKNOWN, null, ""));
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper();

    PairEntry(Path folder, boolean added) {
        this.folder = folder;
        this.added = added;
    }

    public Path folder() {
        return folder;
    }

    /** Whether the user added it; else it came with the program. */
    public boolean isAdded() {
        return added;
    }

    public ReadOnlyObjectProperty<Findings> findingsProperty() {
        return findings.getReadOnlyProperty();
    }

    /** Share of the bytes that the present check has read, 0 to 1. */
    public ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    void found(State state, PairDescription description, String refusal) {
        findings.set(new Findings(state, description, refusal));
    }

    void checking() {
        progress.set(0);
        findings.set(new Findings(State.CHECKING, findings.get().description(), ""));
    }

    void read(double share) {
        progress.set(share);
    }
}
