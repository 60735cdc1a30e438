package dev.biglittle.app.translate;

import dev.biglittle.app.Messages;
import dev.biglittle.pair.Preset;
import java.util.Map;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.chart.NumberAxis;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** Small triangles above a slider, one where each preset lies; a click goes there. */
final class PresetMarks extends Pane {
    private static final double SIZE = 8;

    private final Slider slider;
    private final ToDoubleFunction<Preset> value;
    private final DoubleFunction<String> text;

    private PresetMarks(Slider slider, ToDoubleFunction<Preset> value, DoubleFunction<String> text) {
        this.slider = slider;
        this.value = value;
        this.text = text;
        getStyleClass().add("preset-marks");
        setPickOnBounds(false);
        visibleProperty().bind(slider.disabledProperty().not());
    }

    /**
     * The slider with marks above it.
     *
     * @param value where a preset lies on the slider
     * @param text  that value for people
     */
    static StackPane above(Slider slider, ObservableValue<? extends Map<String, Preset>> presets,
                           ToDoubleFunction<Preset> value, DoubleFunction<String> text) {
        PresetMarks marks = new PresetMarks(slider, value, text);
        presets.addListener((property, was, is) -> marks.show(is));
        marks.show(presets.getValue());
        StackPane both = new StackPane(slider, marks);
        StackPane.setMargin(slider, new Insets(SIZE, 0, 0, 0));
        return both;
    }

    private void show(Map<String, Preset> presets) {
        getChildren().clear();
        presets.forEach((name, preset) -> {
            Region mark = new Region();
            mark.getStyleClass().add("preset-mark");
            mark.setUserData(value.applyAsDouble(preset));
            mark.setOnMouseClicked(event -> slider.setValue(value.applyAsDouble(preset)));
            Tooltip.install(mark, new Tooltip(Messages.text("presets.mark", PresetWords.name(name),
                    text.apply(value.applyAsDouble(preset)))));
            getChildren().add(mark);
        });
    }

    @Override
    protected void layoutChildren() {
        if (!(slider.lookup(".axis") instanceof NumberAxis axis)) {
            return;
        }
        for (Node mark : getChildren()) {
            double x = axis.getLayoutX() + slider.getLayoutX() + axis.getDisplayPosition((Double) mark.getUserData());
            mark.resizeRelocate(x - SIZE / 2, 0, SIZE, SIZE - 2);
        }
    }
}
