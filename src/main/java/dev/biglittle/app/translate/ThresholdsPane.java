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
import javafx.beans.binding.Bindings;
import javafx.beans.property.DoubleProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.ColumnConstraints;
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
                        : String.valueOf(Math.round(value)));
        addColumn(0, setting("fallback", fallback, model.fallbackValue(), model.fallbackMeaning(),
                model.fallbackUsed()));
        addColumn(1, setting("rollback", rollback, model.rollbackValue(), model.rollbackMeaning(),
                model.rollbackUsed()));
        addColumn(2, new VBox(longestRun(model), presets(model)));
        for (int i = 0; i < 3; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(100.0 / 3);
            getColumnConstraints().add(column);
        }
        getChildren().get(2).getStyleClass().add("setting");
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

    private static VBox setting(String key, Control control, ObservableValue<String> value,
                                ObservableValue<String> meaning, ObservableBooleanValue used) {
        Label name = Controls.label(key, control);
        Controls.hint(control, Messages.text(key + ".hint"));
        Label number = new Label();
        number.setId(key + "-value");
        number.textProperty().bind(value);
        number.getStyleClass().addAll("value", Styles.TEXT_BOLD);
        HBox heading = new HBox(name, Controls.spacer(), number);
        heading.setAlignment(Pos.BASELINE_LEFT);
        control.disableProperty().bind(Bindings.not(used));
        VBox box = new VBox(heading, control, meaning(key, meaning));
        box.getStyleClass().add("setting");
        return box;
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
        Spinner<Integer> spinner = new Spinner<>(0, ThresholdsViewModel.LONGEST_RUN, model.maxRunProperty().get());
        spinner.setId("max-run");
        spinner.setEditable(true);
        spinner.getValueFactory().setValue(model.maxRunProperty().get());
        spinner.valueProperty().addListener((p, was, is) -> model.maxRunProperty().set(is));
        model.maxRunProperty().addListener((p, was, is) -> spinner.getValueFactory().setValue(is.intValue()));
        spinner.disableProperty().bind(model.fallbackUsed().not());
        HBox line = new HBox(Controls.label("maxRun", spinner), Controls.spacer(), spinner);
        Controls.hint(spinner, Messages.text("maxRun.hint"));
        spinner.getEditor().setAccessibleText(spinner.getAccessibleText());
        line.setAlignment(Pos.CENTER_LEFT);
        return new VBox(line, meaning("maxRun", model.maxRunMeaning()));
    }

    private static HBox presets(ThresholdsViewModel model) {
        Label label = new Label(Messages.text("presets.label"));
        label.setMinWidth(USE_PREF_SIZE);
        HBox buttons = new HBox();
        HBox line = new HBox(label, Controls.spacer(), buttons);
        line.getStyleClass().add("presets");
        line.setAlignment(Pos.CENTER_LEFT);
        model.presetsProperty().addListener((p, was, is) -> buttons.getChildren().setAll(presetButtons(model, is)));
        buttons.getChildren().setAll(presetButtons(model, model.presetsProperty().get()));
        line.visibleProperty().bind(model.presetsProperty().emptyProperty().not());
        return line;
    }

    private static List<ToggleButton> presetButtons(ThresholdsViewModel model, Map<String, Preset> presets) {
        List<ToggleButton> buttons = new ArrayList<>();
        presets.forEach((name, preset) -> {
            String key = "preset." + name;
            ToggleButton button = new ToggleButton(Messages.has(key) ? Messages.text(key) : name);
            button.setId("preset-" + name);
            button.setAccessibleText(button.getText());
            button.setMinWidth(USE_PREF_SIZE);
            Controls.hint(button, Messages.text("presets.hint", Numbers.twoDecimals(preset.fallback()),
                    ThresholdWords.rollbackValue(preset.rollback()), Numbers.count(preset.maxRun())));
            Segments.follow(button, model.chosenPreset().isEqualTo(name), () -> model.apply(preset));
            buttons.add(button);
        });
        Segments.join(buttons);
        return buttons;
    }
}
