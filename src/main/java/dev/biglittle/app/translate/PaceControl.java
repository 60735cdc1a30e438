package dev.biglittle.app.translate;

import dev.biglittle.app.control.Controls;
import dev.biglittle.app.control.Segments;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;

/** How fast the recorded steps are shown, one step forward or back, and all of them again. */
final class PaceControl extends HBox {
    PaceControl(TranslateViewModel model) {
        getStyleClass().add("pace");
        setAlignment(Pos.CENTER_LEFT);
        setFillHeight(false);
        List<ToggleButton> buttons = new ArrayList<>();
        for (Pace pace : Pace.values()) {
            ToggleButton button = Controls.toggle("pace." + pace);
            button.setId("pace-" + pace);
            Segments.follow(button, model.shown().player().paceProperty().isEqualTo(pace),
                    () -> model.shown().player().paceProperty().set(pace));
            buttons.add(button);
        }
        Segments.join(buttons);
        HBox segments = new HBox();
        segments.getChildren().addAll(buttons);

        ObservableBooleanValue stepping = Bindings.createBooleanBinding(() -> model.stateProperty().get().isBusy()
                && model.shown().player().paceProperty().get() == Pace.STEP, model.stateProperty(),
                model.shown().player().paceProperty());
        ObservableBooleanValue shown = Bindings.createBooleanBinding(() -> model.stateProperty().get().isBusy()
                || model.shown().replayableProperty().get(), model.stateProperty(), model.shown().replayableProperty());
        getChildren().addAll(segments, button("action.again", model.shown().replayableProperty(), model.shown()::replay),
                button("action.back", shown, model.shown()::stepBack), button("action.step", stepping, model.shown()::step));
    }

    private static Button button(String key, ObservableBooleanValue enabled, Runnable action) {
        Button button = Controls.button(key);
        button.setId(key.substring(key.indexOf('.') + 1));
        button.setOnAction(event -> action.run());
        button.disableProperty().bind(Bindings.not(enabled));
        // the button keeps the condition alive, which otherwise only a weak reference holds
        button.getProperties().put(PaceControl.class, enabled);
        return button;
    }
}
