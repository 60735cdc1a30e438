package dev.biglittle.app.race;

import atlantafx.base.theme.Styles;
import dev.biglittle.app.Messages;
import dev.biglittle.app.Numbers;
import dev.biglittle.app.control.Controls;
import dev.biglittle.app.look.Look;
import dev.biglittle.app.marked.TranslationArea;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableStringValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Both lanes side by side, each with its clock, and the verdict. */
public final class RaceView extends VBox {
    /**
     * @param source   the text both translate next
     * @param possible whether a race may start now
     * @param start    starts one
     */
    public RaceView(RaceViewModel model, Look look, ObservableStringValue source, ObservableBooleanValue possible,
                    Runnable start) {
        getStyleClass().add("race");
        getStylesheets().add(RaceView.class.getResource("race.css").toExternalForm());
        HBox lanes = new HBox(lane("large", model.large(), look), lane("both", model.both(), look));
        lanes.getStyleClass().add("lanes");
        VBox.setVgrow(lanes, Priority.ALWAYS);
        Label text = new Label();
        text.setId("race-text");
        text.textProperty().bind(Bindings.createStringBinding(() -> {
            String raced = model.racedProperty().get().isEmpty() ? source.get() : model.racedProperty().get();
            return raced.isBlank() ? Messages.text("race.noText")
                    : Messages.text("race.text", raced.strip().replaceAll("\\s+", " "));
        }, source, model.racedProperty()));
        text.getStyleClass().add(Styles.TEXT_MUTED);
        Label verdict = new Label();
        verdict.setId("race-message");
        verdict.textProperty().bind(model.messageProperty());
        verdict.getStyleClass().add("verdict");
        verdict.setWrapText(true);
        verdict.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(controls(model, possible, start), text, lanes, verdict);
    }

    private static HBox controls(RaceViewModel model, ObservableBooleanValue possible, Runnable start) {
        Button go = Controls.button("race.start");
        go.setId("race-start");
        go.getStyleClass().add(Styles.ACCENT);
        go.setOnAction(event -> start.run());
        go.disableProperty().bind(Bindings.not(possible).or(model.stateProperty().isEqualTo(RaceViewModel.State.RUNNING)));
        Button cancel = Controls.button("race.cancel");
        cancel.setId("race-cancel");
        cancel.setOnAction(event -> model.cancel());
        cancel.disableProperty().bind(model.stateProperty().isNotEqualTo(RaceViewModel.State.RUNNING));
        Button again = Controls.button("race.again");
        again.setId("race-again");
        again.setOnAction(event -> model.replay());
        again.disableProperty().bind(model.stateProperty().isNotEqualTo(RaceViewModel.State.DONE));
        CheckBox slow = Controls.checkBox("race.slow", model.slowProperty());
        slow.setId("race-slow");
        ProgressBar busy = new ProgressBar();
        busy.setAccessibleText(Messages.text("app.busy"));
        busy.visibleProperty().bind(model.stateProperty().isEqualTo(RaceViewModel.State.RUNNING));
        // a hidden bar without an end would go on asking for frames
        busy.progressProperty().bind(Bindings.when(busy.visibleProperty()).then(-1).otherwise(0));
        HBox controls = new HBox(go, cancel, again, slow, busy);
        controls.getStyleClass().add("controls");
        controls.setAlignment(Pos.CENTER_LEFT);
        return controls;
    }

    private static VBox lane(String name, Lane lane, Look look) {
        Label title = new Label(Messages.text("race." + name));
        title.getStyleClass().add(Styles.TITLE_4);
        Label clock = new Label();
        clock.setId("race-clock-" + name);
        clock.getStyleClass().add("clock");
        clock.textProperty().bind(Bindings.createStringBinding(() -> Numbers.duration(lane.clockProperty().get()),
                lane.clockProperty()));
        clock.accessibleTextProperty().bind(Bindings.concat(title.getText(), ": ", clock.textProperty()));
        HBox heading = new HBox(title, Controls.spacer(), clock);
        heading.setAlignment(Pos.BASELINE_LEFT);
        ProgressBar progress = new ProgressBar();
        progress.setAccessibleText(title.getText());
        progress.setMaxWidth(Double.MAX_VALUE);
        progress.progressProperty().bind(lane.progressProperty());
        TranslationArea area = new TranslationArea(lane.text(), look);
        area.setId("race-" + name);
        VBox.setVgrow(area, Priority.ALWAYS);
        Label counts = new Label();
        counts.getStyleClass().add(Styles.TEXT_MUTED);
        counts.textProperty().bind(Bindings.createStringBinding(() -> RaceWords.counts(lane.statisticsProperty().get()),
                lane.statisticsProperty()));
        VBox box = new VBox(heading, progress, area, counts);
        box.getStyleClass().add("lane");
        box.setPrefWidth(100);
        HBox.setHgrow(box, Priority.ALWAYS);
        return box;
    }
}
