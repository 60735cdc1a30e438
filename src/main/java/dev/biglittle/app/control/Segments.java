package dev.biglittle.app.control;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.control.ToggleButton;

/** Toggle buttons in a row that show a choice kept elsewhere. */
public final class Segments {
    private Segments() {
    }

    /** The button is down while {@code chosen} holds, and asks for it when pressed. */
    public static void follow(ToggleButton button, ObservableBooleanValue chosen, Runnable choose) {
        button.setSelected(chosen.get());
        chosen.addListener((property, was, is) -> button.setSelected(is));
        button.setOnAction(event -> {
            choose.run();
            // pressing the chosen one again must not let it up
            button.setSelected(chosen.get());
        });
        // the button keeps the condition alive, which otherwise only a weak reference holds
        button.getProperties().put(Segments.class, chosen);
    }

    /** Makes them look like one control. */
    public static void join(List<ToggleButton> buttons) {
        for (int i = 0; i < buttons.size(); i++) {
            if (buttons.size() > 1) {
                buttons.get(i).getStyleClass().add(i == 0 ? Styles.LEFT_PILL
                        : i == buttons.size() - 1 ? Styles.RIGHT_PILL : Styles.CENTER_PILL);
            }
        }
    }
}
