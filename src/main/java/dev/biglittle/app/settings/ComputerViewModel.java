package dev.biglittle.app.settings;

import dev.biglittle.app.Failure;
import dev.biglittle.app.engine.EngineChoice;
import dev.biglittle.doctor.Doctor;
import dev.biglittle.doctor.Finding;
import dev.biglittle.onnx.ProviderChoice;
import dev.biglittle.onnx.RuntimeSettings;
import dev.biglittle.problem.Explanation;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What the models run on, and the doctor's findings. Nothing changes before {@link #apply}: it loads the pair anew. */
public final class ComputerViewModel {
    private final SettingsStore store;
    private final Executor background;
    private final Executor window;
    private final ObjectProperty<ProviderChoice> provider = new SimpleObjectProperty<>();
    private final BooleanProperty suitedThreads = new SimpleBooleanProperty();
    private final IntegerProperty threads = new SimpleIntegerProperty();
    private final ObservableList<Finding> findings = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper examining = new ReadOnlyBooleanWrapper();
    private final BooleanBinding changed;

    /**
     * @param background may block, one task at a time
     * @param window     runs tasks on the window's thread
     */
    public ComputerViewModel(SettingsStore store, Executor background, Executor window) {
        this.store = store;
        this.background = background;
        this.window = window;
        provider.set(store.get().models().provider());
        suitedThreads.set(store.get().models().threads() == 0);
        threads.set(store.get().models().runtime().threads());
        changed = Bindings.createBooleanBinding(
                () -> provider.get() != store.get().models().provider() || chosenThreads() != store.get().models().threads(),
                provider, suitedThreads, threads, store.settingsProperty());
    }

    private int chosenThreads() {
        return suitedThreads.get() ? 0 : threads.get();
    }

    public ObjectProperty<ProviderChoice> providerProperty() {
        return provider;
    }

    /** Whether there are as many threads as suit this computer; else {@link #threadsProperty()} counts. */
    public BooleanProperty suitedThreadsProperty() {
        return suitedThreads;
    }

    /** 1 to {@link #mostThreads()}. */
    public IntegerProperty threadsProperty() {
        return threads;
    }

    public int mostThreads() {
        return RuntimeSettings.mostThreads();
    }

    /** How many threads suit this computer. */
    public int usualThreads() {
        return RuntimeSettings.defaults().threads();
    }

    /** Whether {@link #apply} has something to do. */
    public BooleanBinding changed() {
        return changed;
    }

    /** The pair is loaded anew with what is chosen here. */
    public void apply() {
        store.change(settings -> settings.with(settings.models().withProvider(provider.get())
                .withThreads(chosenThreads())));
    }

    /** Looks at everything the program needs, in the background. */
    public void examine() {
        if (examining.get()) {
            return;
        }
        examining.set(true);
        findings.clear();
        EngineChoice choice = store.get().models().engine();
        background.execute(() -> {
            try {
                Doctor.examine(choice.pair(), choice.settings(), finding -> window.execute(() -> findings.add(finding)));
            } catch (RuntimeException | Error e) {
                // whatever it is, it is the finding; a missing native library is an Error
                window.execute(() -> findings.add(new Finding(Finding.Subject.PAIR, Finding.Verdict.BROKEN,
                        Explanation.verbatim(Failure.of(e).sentence()))));
            }
            window.execute(() -> examining.set(false));
        });
    }

    public ObservableList<Finding> findings() {
        return findings;
    }

    public ReadOnlyBooleanProperty examiningProperty() {
        return examining.getReadOnlyProperty();
    }

    /** All findings as the command line prints them, for a bug report. */
    public String report() {
        return findings.stream().map(Finding::line).collect(Collectors.joining("\n"));
    }
}
