package dev.biglittle.app.settings;

import atlantafx.base.theme.Styles;
import dev.biglittle.app.Messages;
import dev.biglittle.app.Numbers;
import dev.biglittle.app.control.Controls;
import dev.biglittle.app.control.Segments;
import dev.biglittle.app.look.Contrast;
import dev.biglittle.app.look.Look;
import dev.biglittle.app.look.Palette;
import dev.biglittle.app.marked.MarkSample;
import dev.biglittle.app.marked.TokenWords;
import dev.biglittle.app.menu.Action;
import dev.biglittle.app.settings.Settings.Appearance;
import dev.biglittle.app.settings.Settings.ThemeChoice;
import dev.biglittle.decode.Origin;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ColorPicker;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;

/** Theme, size of letters, language and the colours of the marks; everything shows at once. */
final class AppearancePage extends VBox {
    private final AppearanceViewModel model;
    private final Look look;

    /** @param restart makes the window anew, in the chosen language */
    AppearancePage(AppearanceViewModel model, Look look, Action restart) {
        this.model = model;
        this.look = look;
        getStyleClass().add("page");
        setMinHeight(USE_PREF_SIZE);
        GridPane form = new GridPane();
        form.getStyleClass().add("form");
        form.addRow(0, new Label(Messages.text("settings.theme.label")), theme());
        Slider size = size();
        Label sizeText = new Label();
        sizeText.setId("font-size-value");
        sizeText.textProperty().bind(model.fontSizeProperty()
                .map(pixels -> Messages.text("settings.fontSize.value", Numbers.count(pixels))));
        Button usual = Controls.icon("action.reset", "reset-icon");
        usual.setId("font-size-reset");
        usual.setAccessibleText(Messages.text("action.reset.accessible", Messages.text("settings.fontSize.accessible"),
                Numbers.count(Appearance.USUAL_FONT_SIZE)));
        usual.setOnAction(event -> model.usualSize());
        usual.disableProperty().bind(model.fontSizeProperty().isEqualTo(Appearance.USUAL_FONT_SIZE));
        form.addRow(1, Controls.label("settings.fontSize", size), line(size, sizeText, usual));
        ComboBox<Language> language = language();
        language.setMinWidth(USE_PREF_SIZE);
        form.addRow(2, Controls.label("settings.language", language), line(language));
        form.add(restart(restart), 1, 3);

        Label heading = new Label(Messages.text("settings.colours.heading"));
        heading.getStyleClass().add(Styles.TITLE_4);
        Label note = new Label(Messages.text("settings.colours.note"));
        note.setWrapText(true);
        note.getStyleClass().add(Styles.TEXT_MUTED);
        Button reset = Controls.button("settings.colours.reset");
        reset.setId("colours-reset");
        reset.disableProperty().bind(model.coloursChanged().not());
        reset.setOnAction(event -> model.resetColours());
        getChildren().addAll(form, heading, note, colours(), reset);
    }

    /** The chosen language is spoken after a restart, which is offered while it is another one. */
    private VBox restart(Action action) {
        Label note = new Label(Messages.text("settings.language.note"));
        note.setId("language-note");
        note.setWrapText(true);
        note.setMinHeight(USE_PREF_SIZE);
        Button now = Controls.button(action.key());
        now.setId("language-restart");
        now.getStyleClass().add(Styles.ACCENT);
        now.disableProperty().bind(Bindings.not(action.possible()));
        now.setOnAction(event -> action.run().run());
        VBox box = new VBox(note, now);
        box.getStyleClass().add("restart");
        box.visibleProperty().bind(model.needsRestart());
        box.managedProperty().bind(box.visibleProperty());
        return box;
    }

    private static HBox line(Node... nodes) {
        HBox line = new HBox(nodes);
        line.getStyleClass().add("line");
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private HBox theme() {
        List<ToggleButton> buttons = new ArrayList<>();
        for (ThemeChoice choice : ThemeChoice.values()) {
            ToggleButton button = Controls.toggle("settings.theme." + choice);
            button.setId("theme-" + choice);
            Segments.follow(button, model.themeProperty().isEqualTo(choice), () -> model.themeProperty().set(choice));
            buttons.add(button);
        }
        Segments.join(buttons);
        HBox box = new HBox();
        box.getChildren().addAll(buttons);
        return box;
    }

    private Slider size() {
        Slider size = new Slider(Appearance.SMALLEST_FONT_SIZE, Appearance.LARGEST_FONT_SIZE, model.fontSizeProperty().get());
        size.setId("font-size");
        size.setBlockIncrement(1);
        size.setMajorTickUnit(1);
        size.setMinorTickCount(0);
        size.setSnapToTicks(true);
        size.valueProperty().addListener((property, was, is) -> {
            // while it is dragged the page would grow under the mouse
            if (!size.isValueChanging()) {
                model.fontSizeProperty().set((int) Math.round(is.doubleValue()));
            }
        });
        size.valueChangingProperty().addListener((property, was, is) -> {
            if (!is) {
                model.fontSizeProperty().set((int) Math.round(size.getValue()));
            }
        });
        model.fontSizeProperty().addListener((property, was, is) -> size.setValue(is));
        return size;
    }

    private ComboBox<Language> language() {
        ComboBox<Language> box = new ComboBox<>();
        box.setId("language");
        box.getItems().setAll(Language.values());
        box.setConverter(new Names<>(language -> Messages.text("settings.language." + language)));
        box.valueProperty().bindBidirectional(model.languageProperty());
        return box;
    }

    private GridPane colours() {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("form");
        for (Origin origin : Origin.values()) {
            Label contrast = new Label();
            contrast.setId("contrast-" + origin.label());
            contrast.getStyleClass().add(Styles.TEXT_MUTED);
            contrast.setText(contrast(origin));
            ColorPicker picker = picker(origin);
            look.marks().addListener((property, was, is) -> {
                contrast.setText(contrast(origin));
                picker.setValue(hue(origin));
            });
            MarkSample sample = new MarkSample(origin, look);
            GridPane.setFillHeight(sample, false);
            GridPane.setValignment(sample, VPos.CENTER);
            grid.addRow(origin.ordinal(), sample, picker, contrast);
        }
        return grid;
    }

    private ColorPicker picker(Origin origin) {
        ColorPicker picker = new ColorPicker(hue(origin));
        picker.setId("colour-" + origin.label());
        picker.setAccessibleText(Messages.text("settings.colours.accessible", TokenWords.origin(origin)));
        picker.setOnAction(event -> model.setColour(origin, hex(picker.getValue())));
        return picker;
    }

    private Color hue(Origin origin) {
        return model.colour(origin).map(Color::web).orElse(Palette.USUAL_HUES.get(origin));
    }

    private String contrast(Origin origin) {
        Palette palette = look.marks().get().palette();
        return Messages.text("settings.colours.contrast",
                Numbers.oneDecimal(Contrast.ratio(palette.ink(), palette.of(origin).tint())));
    }

    private static String hex(Color colour) {
        return String.format("#%02x%02x%02x", Math.round(255 * colour.getRed()), Math.round(255 * colour.getGreen()),
                Math.round(255 * colour.getBlue()));
    }
}
