package dev.biglittle.app.control;

import atlantafx.base.theme.Styles;
import dev.biglittle.app.Messages;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.beans.value.WeakChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import javafx.util.converter.IntegerStringConverter;

/** Makes controls that say what they do: text with mnemonic, name for screen readers, tooltip, all from one key. */
public final class Controls {
    private Controls() {
    }

    public static Button button(String key) {
        return named(new Button(), key);
    }

    /** A small button that shows a drawing instead of its text, which is its name and its tooltip. */
    public static Button icon(String key, String shape) {
        Button button = named(new Button(), key);
        Region drawing = new Region();
        drawing.getStyleClass().addAll("drawing", shape);
        button.setGraphic(drawing);
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
        return button;
    }

    public static ToggleButton toggle(String key) {
        return named(new ToggleButton(), key);
    }

    public static CheckBox checkBox(String key, BooleanProperty value) {
        CheckBox box = named(new CheckBox(), key);
        box.setSelected(value.get());
        whileAlive(box, value, box::setSelected);
        // not bound to the box: a mnemonic fires its action without changing its mark
        box.setOnAction(event -> value.set(!value.get()));
        return box;
    }

    /** A number that can be typed, too; what is no number counts for nothing. */
    public static Spinner<Integer> spinner(int least, int most, IntegerProperty value) {
        Spinner<Integer> spinner = new Spinner<>(least, most, value.get());
        spinner.setEditable(true);
        SpinnerValueFactory<Integer> values = spinner.getValueFactory();
        values.setConverter(new IntegerStringConverter() {
            @Override
            public Integer fromString(String text) {
                try {
                    return text.isBlank() ? values.getValue() : super.fromString(text);
                } catch (NumberFormatException e) {
                    return values.getValue();
                }
            }
        });
        spinner.focusedProperty().addListener((property, had, has) -> {
            if (!has) {
                spinner.getEditor().setText(values.getConverter().toString(values.getValue()));
            }
        });
        values.valueProperty().addListener((property, was, is) -> value.set(is));
        value.addListener((property, was, is) -> values.setValue(is.intValue()));
        return spinner;
    }

    private static <B extends ButtonBase> B named(B button, String key) {
        String text = Messages.text(key);
        button.setText(text);
        button.setMnemonicParsing(true);
        button.setAccessibleText(Messages.has(key + ".accessible") ? Messages.text(key + ".accessible")
                : text.replace("_", ""));
        if (Messages.has(key + ".hint")) {
            hint(button, Messages.text(key + ".hint"));
        }
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    /** A label with a mnemonic that moves the focus to the control, and names the control for screen readers. */
    public static Label label(String key, Control control) {
        Label label = new Label(Messages.text(key + ".label"));
        label.setMnemonicParsing(true);
        label.setLabelFor(control);
        label.setMinWidth(Region.USE_PREF_SIZE);
        control.setAccessibleText(Messages.text(key + ".accessible"));
        if (Messages.has(key + ".hint")) {
            control.setAccessibleHelp(Messages.text(key + ".hint"));
        }
        return label;
    }

    /** Follows a value that lives longer than the node, which it would otherwise keep alive. */
    public static <T> void whileAlive(Node node, ObservableValue<T> value, Consumer<T> follow) {
        ChangeListener<T> listener = (property, was, is) -> follow.accept(is);
        value.addListener(new WeakChangeListener<>(listener));
        // nothing else keeps the listener
        node.getProperties().put(listener, listener);
    }

    public static void hint(Control control, String text) {
        control.setTooltip(tooltip(text));
        control.setAccessibleHelp(text);
    }

    public static Tooltip tooltip(String text) {
        Tooltip tooltip = new Tooltip(text);
        tooltip.setShowDelay(Duration.millis(500));
        tooltip.setShowDuration(Duration.seconds(20));
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(420);
        // a window's letters are as large as its root says
        tooltip.setOnShowing(event -> tooltip.setStyle(tooltip.getOwnerWindow().getScene().getRoot().getStyle()));
        return tooltip;
    }

    public static Region spacer() {
        Region spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        return spacer;
    }
}
