package dev.biglittle.app.translate;

import atlantafx.base.theme.Styles;
import dev.biglittle.app.control.Controls;
import dev.biglittle.app.look.Look;
import dev.biglittle.decode.Mode;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Translate and Cancel, who writes, and what is shown of that. Takes a second line where letters are large. */
final class Toolbar extends FlowPane {
    Toolbar(TranslateViewModel model, Look look) {
        getStyleClass().add("toolbar");
        setAlignment(Pos.CENTER_LEFT);
        Button translate = Controls.button("action.translate");
        translate.setId("translate");
        translate.getStyleClass().add(Styles.ACCENT);
        translate.setOnAction(event -> model.translate());
        Button cancel = Controls.button("action.cancel");
        cancel.setId("cancel");
        cancel.setOnAction(event -> model.cancel());
        cancel.disableProperty().bind(Bindings.createBooleanBinding(() -> !model.stateProperty().get().isBusy(),
                model.stateProperty()));

        ComboBox<Mode> mode = mode(model.thresholds());
        HBox who = new HBox(Controls.label("mode", mode), mode);
        who.getStyleClass().add("group");
        who.setAlignment(Pos.CENTER_LEFT);
        CheckBox marked = Controls.checkBox("option.colours", look.markedProperty());
        marked.setId("marked");
        CheckBox ghosts = Controls.checkBox("option.ghosts", model.translation().keepGhostsProperty());
        ghosts.setId("ghosts");
        HBox shown = new HBox(marked, ghosts);
        shown.getStyleClass().add("group");
        shown.setAlignment(Pos.CENTER_LEFT);
        HBox act = new HBox(translate, cancel);
        act.getStyleClass().add("group");
        getChildren().addAll(act, who, shown);
    }

    private static ComboBox<Mode> mode(ThresholdsViewModel model) {
        ComboBox<Mode> mode = new ComboBox<>();
        mode.setId("mode");
        mode.getItems().setAll(Mode.values());
        mode.valueProperty().bindBidirectional(model.modeProperty());
        mode.setCellFactory(list -> new ModeCell(true));
        mode.setButtonCell(new ModeCell(false));
        mode.setVisibleRowCount(Mode.values().length);
        Controls.hint(mode, ModeWords.hint(mode.getValue()));
        mode.valueProperty().addListener((p, was, is) -> Controls.hint(mode, ModeWords.hint(is)));
        return mode;
    }

    /** A mode's name, and in the opened list what it does. */
    private static final class ModeCell extends ListCell<Mode> {
        private final boolean withHint;

        ModeCell(boolean withHint) {
            this.withHint = withHint;
        }

        @Override
        protected void updateItem(Mode mode, boolean empty) {
            super.updateItem(mode, empty);
            setText(empty || withHint ? null : ModeWords.name(mode));
            setAccessibleText(empty ? null : ModeWords.name(mode) + ". " + ModeWords.hint(mode));
            if (withHint && !empty) {
                Label hint = new Label(ModeWords.hint(mode));
                hint.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
                setGraphic(new VBox(new Label(ModeWords.name(mode)), hint));
            } else {
                setGraphic(null);
            }
        }
    }
}
