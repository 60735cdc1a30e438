package dev.biglittle.app.tradeoff;

import dev.biglittle.app.Messages;
import dev.biglittle.app.Numbers;
import dev.biglittle.app.file.FileWork;
import dev.biglittle.evaluate.report.MeasuredCurve;
import dev.biglittle.recording.Recording;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/** The curve that was opened, or else the one that came with the pair, and where the present thresholds lie on it. */
public final class TradeOffViewModel {
    private final ReadOnlyObjectWrapper<MeasuredCurve> curve = new ReadOnlyObjectWrapper<>();
    private final ObjectBinding<Optional<Place>> place;
    private final StringBinding sentence;
    private final FileWork files;
    private final Consumer<MeasuredCurve> opened;
    /** The report that came with the pair in use; null without one. */
    private Path own;
    /** Whether the user opened what is shown. */
    private boolean chosen;

    /**
     * @param thresholds as they are now
     * @param background may wait for files
     * @param window     runs tasks on the window's thread
     * @param opened     told what was measured
     * @param failed     told what goes wrong
     */
    public TradeOffViewModel(ObservableValue<Recording.Settings> thresholds, Executor background, Executor window,
                             Consumer<MeasuredCurve> opened, Consumer<Throwable> failed) {
        files = new FileWork(background, window, failed);
        this.opened = opened;
        place = Bindings.createObjectBinding(() -> curve.get() == null ? Optional.empty()
                : Place.of(thresholds.getValue(), curve.get()), curve, thresholds);
        sentence = Bindings.createStringBinding(this::tell, place, curve);
    }

    /** Opens a report's folder, or its evaluation.json. */
    public void open(Path report) {
        files.show(() -> MeasuredCurve.read(report), read -> show(read, true));
    }

    /**
     * A pair was loaded, perhaps the same again. What was measured is told again, since all is forgotten at a load; what
     * the user opened stays.
     *
     * @param reportOrNull the report that came with it
     */
    public void pairLoaded(Path reportOrNull) {
        boolean another = !Objects.equals(own, reportOrNull);
        own = reportOrNull;
        if (another && !chosen) {
            curve.set(null);
            if (own != null) {
                readOwn(own);
            }
        } else if (curve.get() != null) {
            opened.accept(curve.get());
        }
    }

    private void readOwn(Path report) {
        files.run(() -> MeasuredCurve.read(report), read -> {
            // meanwhile the user may have opened another, or changed the pair
            if (!chosen && report.equals(own)) {
                show(read, false);
            }
        });
    }

    private void show(MeasuredCurve read, boolean byUser) {
        chosen = byUser;
        curve.set(read);
        opened.accept(read);
    }

    private String tell() {
        if (curve.get() == null) {
            return "";
        }
        if (place.get().isEmpty()) {
            return Messages.text("tradeOff.outside");
        }
        Place now = place.get().get();
        String told = Messages.text(now.measured() ? "tradeOff.measured" : "tradeOff.between", curve.get().metric(),
                Numbers.oneDecimal(now.score()), Numbers.twoDecimals(1 / now.latency()));
        return now.latency() > 1 && !Numbers.isTie(1 / now.latency()) ? told + " " + Messages.text("tradeOff.slower") : told;
    }

    /** What was measured; null where no report was opened and none came with the pair. */
    public ReadOnlyObjectProperty<MeasuredCurve> curveProperty() {
        return curve.getReadOnlyProperty();
    }

    /** Where the present thresholds lie; empty if outside what was measured. */
    ObjectBinding<Optional<Place>> place() {
        return place;
    }

    /** The same in words. */
    public StringBinding sentence() {
        return sentence;
    }
}
