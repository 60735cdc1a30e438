package dev.biglittle.app.translate;

import atlantafx.base.theme.Styles;
import dev.biglittle.app.Messages;
import dev.biglittle.app.Numbers;
import dev.biglittle.app.control.Controls;
import dev.biglittle.app.control.Segments;
import dev.biglittle.pair.Preset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;
import javafx.beans.binding.Bindings;
import javafx.beans.property.DoubleProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** Both sliders, the longest run, and the pair's presets, each with what it means in plain words. */
final class ThresholdsPane extends GridPane {
    ThresholdsPane(ThresholdsViewModel model) {
        getStyleClass().add("thresholds");
        Slider fallback = slider("fallback", 1, 0.25, 4, 0.05, model.fallbackProperty(), Numbers::twoDecimals);
        Slider rollback = slider("rollback", ThresholdsViewModel.NEVER, 1, 0, 0.5, model.rollbackPositionProperty(),
                value -> value >= ThresholdsViewModel.NEVER ? Messages.text("rollback.value.never")
                        : Numbers.count((int) Math.round(value)));
        addColumn(0, setting(model, "fallback", fallback, model.fallbackValue(), model.fallbackMeaning(),
                model.fallbackUsed(), Preset::fallback, Numbers::twoDecimals));
        addColumn(1, setting(model, "rollback", rollback, model.rollbackValue(), model.rollbackMeaning(),
                model.rollbackUsed(), preset -> ThresholdsViewModel.position(preset.rollback()),
                ThresholdWords::rollbackAt));
        addColumn(2, new VBox(longestRun(model), presets(model)));
        for (int i = 0; i < 3; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(100.0 / 3);
            getColumnConstraints().add(column);
        }
        getChildren().get(2).getStyleClass().add("setting");
        add(speed(model), 0, 1, 3, 1);
    }

    /** Says openly when these thresholds are known not to be worth it. */
    private static Label speed(ThresholdsViewModel model) {
        Label label = new Label();
        label.setId("speed-meaning");
        label.textProperty().bind(model.speedMeaning());
        label.visibleProperty().bind(model.speedMeaning().isNotEmpty());
        label.managedProperty().bind(label.visibleProperty());
        label.setMaxWidth(Double.MAX_VALUE);
        model.slower().addListener((p, was, is) -> dressSpeed(label, is));
        dressSpeed(label, model.slower().get());
        return label;
    }

    private static void dressSpeed(Label label, boolean slower) {
        label.getStyleClass().removeAll(Styles.TEXT_MUTED, Styles.DANGER, Styles.TEXT_BOLD);
        label.getStyleClass().addAll(slower ? List.of(Styles.DANGER, Styles.TEXT_BOLD) : List.of(Styles.TEXT_MUTED));
    }

    /** What a value is called at the slider's scale. */
    private interface Tick {
        String at(double value);
    }

    private static Slider slider(String id, double most, double major, int minor, double byKey,
                                 DoubleProperty property, Tick tick) {
        Slider slider = new Slider(0, most, property.get());
        slider.setId(id);
        slider.setMajorTickUnit(major);
        slider.setMinorTickCount(minor);
        slider.setBlockIncrement(byKey);
        slider.setShowTickLabels(true);
        slider.setShowTickMarks(true);
        slider.setLabelFormatter(new StringConverter<>() {
            @Override
            public String toString(Double value) {
                return tick.at(value);
            }

            @Override
            public Double fromString(String text) {
                throw new UnsupportedOperationException("a slider's scale is not typed into");
            }
        });
        slider.valueProperty().bindBidirectional(property);
        // the thumb jumps to the value that counts when it is let go
        slider.valueChangingProperty().addListener((p, was, changing) -> {
            if (!changing) {
                slider.setValue(property.get());
            }
        });
        return slider;
    }

    private static VBox setting(ThresholdsViewModel model, String key, Slider slider, ObservableValue<String> value,
                                ObservableValue<String> meaning, ObservableBooleanValue used,
                                ToDoubleFunction<Preset> place, DoubleFunction<String> text) {
        Label name = Controls.label(key, slider);
        Controls.hint(slider, Messages.text(key + ".hint"));
        Label number = new Label();
        number.setId(key + "-value");
        number.setMinWidth(USE_PREF_SIZE);
        name.setMinWidth(0);
        number.textProperty().bind(value);
        number.getStyleClass().addAll("value", Styles.TEXT_BOLD);
        HBox heading = new HBox(name, Controls.spacer(), number, reset(model, key, slider, place, text));
        heading.getStyleClass().add("heading");
        heading.setAlignment(Pos.CENTER_LEFT);
        slider.disableProperty().bind(Bindings.not(used));
        VBox box = new VBox(heading, PresetMarks.above(slider, model.presetsProperty(), place, text),
                meaning(key, meaning));
        box.getStyleClass().add("setting");
        return box;
    }

    /** Goes back to the pair's usual value. */
    private static Button reset(ThresholdsViewModel model, String key, Slider slider, ToDoubleFunction<Preset> place,
                                DoubleFunction<String> text) {
        Button reset = Controls.icon("action.reset", "reset-icon");
        reset.setId(key + "-reset");
        reset.setOnAction(event -> slider.setValue(place.applyAsDouble(model.usualProperty().get())));
        reset.accessibleTextProperty().bind(Bindings.createStringBinding(() -> Messages.text("action.reset.accessible",
                Messages.text(key + ".accessible"), text.apply(place.applyAsDouble(model.usualProperty().get()))),
                model.usualProperty()));
        reset.disableProperty().bind(slider.disabledProperty().or(Bindings.createBooleanBinding(
                () -> slider.getValue() == place.applyAsDouble(model.usualProperty().get()),
                slider.valueProperty(), model.usualProperty())));
        return reset;
    }

    private static Label meaning(String key, ObservableValue<String> meaning) {
        Label label = new Label();
        label.setId(key + "-meaning");
        label.textProperty().bind(meaning);
        label.setWrapText(true);
        label.getStyleClass().addAll("meaning", Styles.TEXT_MUTED);
        return label;
    }

    private static VBox longestRun(ThresholdsViewModel model) {
        Spinner<Integer> spinner = Controls.spinner(0, ThresholdsViewModel.LONGEST_RUN, model.maxRunProperty());
        spinner.setId("max-run");
        spinner.disableProperty().bind(model.fallbackUsed().not()
                .or(model.confidentRunUsed().and(model.confidentRunProperty())));
        CheckBox confident = Controls.checkBox("confidentRun", model.confidentRunProperty());
        confident.setId("confident-run");
        confident.disableProperty().bind(model.confidentRunUsed().not());
        HBox line = new HBox(Controls.label("maxRun", spinner), Controls.spacer(), confident, spinner);
        line.getStyleClass().add("longest-run");
        Controls.hint(spinner, Messages.text("maxRun.hint"));
        spinner.getEditor().setAccessibleText(spinner.getAccessibleText());
        line.setAlignment(Pos.CENTER_LEFT);
        return new VBox(line, meaning("maxRun", model.maxRunMeaning()));
    }

    private static FlowPane presets(ThresholdsViewModel model) {
        Label label = new Label(Messages.text("presets.label"));
        label.setMinWidth(USE_PREF_SIZE);
        HBox buttons = new HBox();
        FlowPane line = new FlowPane(label, buttons);
        line.getStyleClass().add("presets");
        model.presetsProperty().addListener((p, was, is) -> buttons.getChildren().setAll(presetButtons(model, is)));
        buttons.getChildren().setAll(presetButtons(model, model.presetsProperty().get()));
        line.visibleProperty().bind(model.presetsProperty().emptyProperty().not());
        return line;
    }

    private static List<ToggleButton> presetButtons(ThresholdsViewModel model, Map<String, Preset> presets) {
        List<ToggleButton> buttons = new ArrayList<>();
        presets.forEach((name, preset) -> {
            ToggleButton button = new ToggleButton(PresetWords.name(name));
            button.setId("preset-" + name);
            button.setAccessibleText(button.getText());
            button.setMinWidth(USE_PREF_SIZE);
            Controls.hint(button, PresetWords.thresholds(preset));
            Segments.follow(button, model.chosenPreset().isEqualTo(name), () -> model.apply(preset));
            buttons.add(button);
        });
        Segments.join(buttons);
        return buttons;
    }
}
