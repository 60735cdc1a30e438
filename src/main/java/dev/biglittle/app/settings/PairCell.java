package dev.biglittle.app.settings;

import atlantafx.base.theme.Styles;
import dev.biglittle.app.Messages;
import dev.biglittle.app.control.Controls;
import dev.biglittle.app.settings.PairEntry.Findings;
import dev.biglittle.app.settings.PairEntry.State;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** A pair's name, folder and state. */
final class PairCell extends ListCell<PairEntry> {
    private final PairsViewModel model;
    private final Label name = new Label();
    private final Label folder = new Label();
    private final Label state = new Label();
    private final ProgressBar progress = new ProgressBar();
    private final HBox content;
    private final ChangeListener<Object> changed = (property, was, is) -> show();
    private PairEntry shown;

    PairCell(PairsViewModel model) {
        this.model = model;
        name.getStyleClass().add(Styles.TEXT_BOLD);
        folder.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL);
        state.setMinWidth(USE_PREF_SIZE);
        progress.setAccessibleText(Messages.text("settings.pair.CHECKING"));
        progress.managedProperty().bind(progress.visibleProperty());
        content = new HBox(new VBox(name, folder), Controls.spacer(), progress, state);
        content.getStyleClass().add("line");
        content.setAlignment(Pos.CENTER_LEFT);
        model.chosenProperty().addListener(changed);
        // a cell is as wide as the list, and shortens the folder instead of growing
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(PairEntry entry, boolean empty) {
        super.updateItem(entry, empty);
        if (shown != null) {
            shown.findingsProperty().removeListener(changed);
            progress.progressProperty().unbind();
        }
        shown = empty ? null : entry;
        setGraphic(shown == null ? null : content);
        if (shown != null) {
            shown.findingsProperty().addListener(changed);
            progress.progressProperty().bind(shown.progressProperty());
        }
        show();
    }

    private void show() {
        if (shown == null) {
            setAccessibleText(null);
            return;
        }
        Findings findings = shown.findingsProperty().get();
        boolean chosen = shown == model.chosenProperty().get();
        name.setText(findings.description() == null ? Messages.text("settings.pair.unknown")
                : findings.description().name());
        folder.setText(shown.folder().toString());
        progress.setVisible(findings.state() == State.CHECKING);
        String text = Messages.text("settings.pair." + findings.state());
        state.setText(chosen ? Messages.text("settings.pair.inUse", text) : text);
        state.getStyleClass().removeAll(Styles.DANGER, Styles.SUCCESS);
        if (findings.state() == State.REFUSED) {
            state.getStyleClass().add(Styles.DANGER);
        } else if (findings.state() == State.SOUND) {
            state.getStyleClass().add(Styles.SUCCESS);
        }
        setAccessibleText(name.getText() + ", " + state.getText() + ", " + folder.getText());
    }
}
