package dev.biglittle.app;

import dev.biglittle.app.engine.TranslationWorker;
import dev.biglittle.app.file.FileDialogs;
import dev.biglittle.app.look.Look;
import dev.biglittle.app.race.RaceView;
import dev.biglittle.app.race.RaceViewModel;
import dev.biglittle.app.tradeoff.TradeOffView;
import dev.biglittle.app.tradeoff.TradeOffViewModel;
import dev.biglittle.app.translate.Desk;
import dev.biglittle.app.translate.State;
import dev.biglittle.app.translate.ThresholdsViewModel;
import dev.biglittle.app.translate.TranslateViewModel;
import dev.biglittle.evaluate.report.MeasuredCurve;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.beans.binding.BooleanBinding;

/** The screens that show what the thresholds are worth: race and trade-off. What they find, the sliders say too. */
final class ExplainScreens {
    private final TranslateViewModel model;
    private final RaceViewModel race;
    /** Whether the models are there and have nothing else to do, so that a race may start. */
    private final BooleanBinding free;
    private final TradeOffViewModel tradeOff;

    /** @param background may wait for files */
    ExplainScreens(TranslationWorker worker, FxThread thread, TranslateViewModel model, Desk desk, Failures failures,
                   Executor background) {
        this.model = model;
        ThresholdsViewModel thresholds = model.thresholds();
        race = new RaceViewModel(worker, thread);
        free = model.idle().and(desk.fileTranslation().runningProperty().not());
        race.setOnFailed(failure -> failures.report(failure, this::race, free));
        race.setOnMeasured(thresholds.speeds()::add);
        thread.everyFrame(race.animatedProperty(), race::frame);
        model.stateProperty().addListener((property, was, is) -> {
            if (is == State.TRANSLATING) {
                race.interrupt();
            }
        });
        tradeOff = new TradeOffViewModel(thresholds.settings(), background, thread, this::measured, failures::report);
        model.setOnLoaded(pair -> {
            tradeOff.pairLoaded(pair.evaluation());
            race.pairLoaded(pair.name());
        });
    }

    List<Screen> screens(Look look, Supplier<FileDialogs> dialogs) {
        return List.of(
                new Screen("race", () -> new RaceView(race, look, model.sourceProperty(), free, this::race)),
                new Screen("tradeOff", () -> new TradeOffView(tradeOff, () -> folder(dialogs))));
    }

    private static Optional<Path> folder(Supplier<FileDialogs> dialogs) {
        return dialogs.get().folder();
    }

    /** The large model alone against both models, under the thresholds as they are. */
    private void race() {
        race.start(model.sourceProperty().get(), model.thresholds().racingPolicy());
    }

    /** Another pair's measurements say nothing about this one's speed. */
    private void measured(MeasuredCurve curve) {
        if (curve.pair().equals(model.status().pairProperty().get())) {
            curve.points().stream().filter(MeasuredCurve.Point::hasThresholds).forEach(point -> model.thresholds().speeds()
                    .add(point.mode().policy(point.fallback(), point.rollback(), point.maxRun()), point.speedUp()));
        }
    }

    RaceViewModel raceModel() {
        return race;
    }

    TradeOffViewModel tradeOffModel() {
        return tradeOff;
    }
}
