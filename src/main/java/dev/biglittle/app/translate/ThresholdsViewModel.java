package dev.biglittle.app.translate;

import dev.biglittle.app.Numbers;
import dev.biglittle.decode.Mode;
import dev.biglittle.decode.Policy;
import dev.biglittle.pair.Preset;
import dev.biglittle.recording.Recording;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyMapProperty;
import javafx.beans.property.ReadOnlyMapWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;

/** Mode and thresholds: who writes when. */
public final class ThresholdsViewModel {
    /** Greatest rollback distance on the slider; beyond it lies "never". */
    public static final double GREATEST_ROLLBACK = 10;
    /** The slider's end, which means "never". */
    public static final double NEVER = 11;
    /** Longest run the window offers. */
    public static final int LONGEST_RUN = 100;

    private static final Set<Mode> ALONE = EnumSet.of(Mode.LARGE, Mode.SMALL);
    private static final Set<Mode> USE_FALLBACK = EnumSet.of(Mode.BIG_LITTLE, Mode.SPECULATIVE, Mode.PAPER_CODE);
    private static final Set<Mode> USE_CONFIDENT_RUN = EnumSet.of(Mode.BIG_LITTLE, Mode.SPECULATIVE);
    private static final Set<Mode> USE_ROLLBACK = EnumSet.of(Mode.BIG_LITTLE, Mode.PAPER_CODE);

    private final ObjectProperty<Mode> mode = new SimpleObjectProperty<>(Mode.BIG_LITTLE);
    private final DoubleProperty fallback = new Rounded(0.5, 0, 1, 100);
    private final DoubleProperty rollbackPosition = new Rounded(3, 0, NEVER, 20) {
        @Override
        double round(double value) {
            return value <= GREATEST_ROLLBACK ? super.round(value)
                    : value < (GREATEST_ROLLBACK + NEVER) / 2 ? GREATEST_ROLLBACK : NEVER;
        }
    };
    private final IntegerProperty maxRun = new SimpleIntegerProperty(Policy.DEFAULT_MAX_RUN);
    private final BooleanProperty confidentRun = new SimpleBooleanProperty();
    private final ReadOnlyMapWrapper<String, Preset> presets =
            new ReadOnlyMapWrapper<>(FXCollections.observableHashMap());

    private final BooleanBinding fallbackUsed = Bindings.createBooleanBinding(
            () -> USE_FALLBACK.contains(mode.get()), mode);
    private final BooleanBinding rollbackUsed = Bindings.createBooleanBinding(
            () -> USE_ROLLBACK.contains(mode.get()), mode);
    private final BooleanBinding confidentRunUsed = Bindings.createBooleanBinding(
            () -> USE_CONFIDENT_RUN.contains(mode.get()), mode);
    private final StringBinding fallbackValue = Bindings.createStringBinding(
            () -> Numbers.twoDecimals(fallback.get()), fallback);
    private final StringBinding rollbackValue = Bindings.createStringBinding(
            () -> Numbers.rollback(rollback()), rollbackPosition);
    private final StringBinding fallbackMeaning = Bindings.createStringBinding(
            () -> ModeWords.unless(fallbackUsed.get(), ThresholdWords.fallback(fallback.get())),
            fallback, fallbackUsed);
    private final StringBinding rollbackMeaning = Bindings.createStringBinding(
            () -> ModeWords.unless(rollbackUsed.get(), ThresholdWords.rollback(rollback())),
            rollbackPosition, rollbackUsed);
    private final StringBinding maxRunMeaning = Bindings.createStringBinding(
            () -> ModeWords.unless(fallbackUsed.get(), ThresholdWords.maxRun(run(), fallback.get())),
            mode, maxRun, confidentRun, fallback, fallbackUsed);
    private final ObjectBinding<Recording.Settings> settings = Bindings.createObjectBinding(
            () -> new Recording.Settings(mode.get(), fallback.get(), rollback(), run()),
            mode, fallback, rollbackPosition, maxRun, confidentRun);
    private final ObjectBinding<Policy> policy = Bindings.createObjectBinding(this::policy, settings);
    private final ReadOnlyObjectWrapper<Preset> usual = new ReadOnlyObjectWrapper<>(chosen());
    private final MeasuredSpeeds speeds = new MeasuredSpeeds();
    private final StringBinding speedMeaning = Bindings.createStringBinding(
            () -> speeds.sentence(policy.get()), policy, speeds.speedUpsProperty());
    private final BooleanBinding slower = Bindings.createBooleanBinding(
            () -> speeds.isSlower(policy.get()), policy, speeds.speedUpsProperty());
    private final StringBinding chosenPreset = Bindings.createStringBinding(this::findPreset, settings, presets);

    /**
     * Offers a pair's presets.
     *
     * @param start    the one to start with, and to go back to
     * @param measured how many times as fast as the large model alone they were, by name
     */
    void setPresets(Map<String, Preset> offered, Preset start, Map<String, Double> measured) {
        presets.set(FXCollections.observableMap(offered));
        usual.set(start);
        speeds.start(offered, measured);
    }

    public void apply(Preset preset) {
        fallback.set(preset.fallback());
        rollbackPosition.set(position(preset.rollback()));
        confidentRun.set(preset.maxRun() == Policy.CONFIDENT_RUN);
        if (!confidentRun.get()) {
            maxRun.set(Math.min(preset.maxRun(), LONGEST_RUN));
        }
    }

    /** Takes over the settings of a recording. */
    public void apply(Recording.Settings settings) {
        mode.set(settings.mode());
        apply(new Preset(settings.fallback(), settings.rollback(), settings.maxRun()));
    }

    /** These settings, as recordings keep them. */
    public ObjectBinding<Recording.Settings> settings() {
        return settings;
    }

    /** The policy these settings make. */
    public Policy policy() {
        return settings.get().policy();
    }

    /** The policy to race against the large model alone: that of the mode, unless in it one model writes alone. */
    public Policy racingPolicy() {
        return (ALONE.contains(mode.get()) ? Mode.BIG_LITTLE : mode.get()).policy(fallback.get(), rollback(), run());
    }

    /** The longest run, as {@link Policy#maxRun} counts it. */
    private int run() {
        return confidentRun.get() && mode.get() != Mode.PAPER_CODE ? Policy.CONFIDENT_RUN : maxRun.get();
    }

    /** alpha_RB, 0 to infinity. */
    public double rollback() {
        return rollbackPosition.get() >= NEVER ? Double.POSITIVE_INFINITY : rollbackPosition.get();
    }

    /** The thresholds as they are. */
    Preset chosen() {
        Recording.Settings now = settings.get();
        return new Preset(now.fallback(), now.rollback(), now.maxRun());
    }

    private String findPreset() {
        return presets.get().entrySet().stream().filter(e -> e.getValue().equals(chosen()))
                .map(Map.Entry::getKey).findFirst().orElse("");
    }

    /** Where a rollback threshold lies on the slider. */
    public static double position(double rollback) {
        return rollback > GREATEST_ROLLBACK ? NEVER : rollback;
    }

    /** The pair's usual thresholds, which a reset goes back to. */
    public ReadOnlyObjectProperty<Preset> usualProperty() {
        return usual.getReadOnlyProperty();
    }

    /** What is known of the speed of policies; races add to it. */
    public MeasuredSpeeds speeds() {
        return speeds;
    }

    /** How fast the present policy was when it was measured, as a sentence; empty if it never was. */
    public StringBinding speedMeaning() {
        return speedMeaning;
    }

    /** Whether the present policy is known to be slower than the large model alone. */
    public BooleanBinding slower() {
        return slower;
    }

    public ObjectProperty<Mode> modeProperty() {
        return mode;
    }

    /** alpha_FB, 0 to 1, in hundredths. */
    public DoubleProperty fallbackProperty() {
        return fallback;
    }

    /** alpha_RB in twentieths up to {@link #GREATEST_ROLLBACK}, or {@link #NEVER}. */
    public DoubleProperty rollbackPositionProperty() {
        return rollbackPosition;
    }

    /** Tokens; 0 for no limit. Counts unless {@link #confidentRunProperty}. */
    public IntegerProperty maxRunProperty() {
        return maxRun;
    }

    /** Whether a run ends where the small model is not sure of all of it, and not after a number of tokens. */
    public BooleanProperty confidentRunProperty() {
        return confidentRun;
    }

    public ReadOnlyMapProperty<String, Preset> presetsProperty() {
        return presets.getReadOnlyProperty();
    }

    /** Name of the preset that these thresholds are; empty if they are none. */
    public StringBinding chosenPreset() {
        return chosenPreset;
    }

    /** Whether the mode knows runs that end where the small model is unsure; the published code does not. */
    public BooleanBinding confidentRunUsed() {
        return confidentRunUsed;
    }

    /** Whether the mode looks at the fallback threshold, and at the longest run. */
    public BooleanBinding fallbackUsed() {
        return fallbackUsed;
    }

    public BooleanBinding rollbackUsed() {
        return rollbackUsed;
    }

    public StringBinding fallbackValue() {
        return fallbackValue;
    }

    public StringBinding rollbackValue() {
        return rollbackValue;
    }

    public StringBinding fallbackMeaning() {
        return fallbackMeaning;
    }

    public StringBinding rollbackMeaning() {
        return rollbackMeaning;
    }

    public StringBinding maxRunMeaning() {
        return maxRunMeaning;
    }

    /** Keeps what a dragged slider gives within bounds, and on a grid that the value's text can show. */
    private static class Rounded extends SimpleDoubleProperty {
        private final double least;
        private final double most;
        private final int perUnit;

        Rounded(double start, double least, double most, int perUnit) {
            super(start);
            this.least = least;
            this.most = most;
            this.perUnit = perUnit;
        }

        double round(double value) {
            return (double) Math.round(value * perUnit) / perUnit;
        }

        @Override
        public void set(double value) {
            super.set(round(Math.max(least, Math.min(most, value))));
        }
    }
}
