package dev.biglittle.app.settings;

import atlantafx.base.theme.Styles;
import dev.biglittle.app.Messages;
import dev.biglittle.app.control.Controls;
import dev.biglittle.app.settings.PairEntry.State;
import java.io.File;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;

/** The list of pairs, what is known of the selected one, and what can be done with it. */
final class PairsPage extends VBox {
    private final PairsViewModel model;
    private final ListView<PairEntry> list;

    PairsPage(PairsViewModel model) {
        this.model = model;
        getStyleClass().add("page");
        setMinHeight(USE_PREF_SIZE);
        list = new ListView<>(model.pairs());
        list.setId("pairs");
        list.setAccessibleText(Messages.text("settings.pairs.accessible"));
        list.setCellFactory(view -> new PairCell(model));
        list.setOnDragOver(this::dragged);
        list.setOnDragDropped(this::dropped);
        list.getSelectionModel().select(model.chosenProperty().get());
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(list, buttons(), new PairDetails(list.getSelectionModel().selectedItemProperty()));
    }

    private FlowPane buttons() {
        Button add = Controls.button("settings.pairs.add");
        add.setId("pair-add");
        add.setOnAction(event -> {
            DirectoryChooser chooser = new DirectoryChooser();
            chooser.setTitle(Messages.text("settings.pairs.add.title"));
            File folder = chooser.showDialog(getScene().getWindow());
            if (folder != null) {
                list.getSelectionModel().select(model.add(folder.toPath()));
            }
        });
        Button use = Controls.button("settings.pairs.use");
        use.setId("pair-use");
        use.getStyleClass().add(Styles.ACCENT);
        use.setOnAction(event -> model.choose(selected()));
        use.disableProperty().bind(state(State.REFUSED).or(isChosen()));
        Button verify = Controls.button("settings.pairs.verify");
        verify.setId("pair-verify");
        verify.setOnAction(event -> model.verify(selected()));
        verify.disableProperty().bind(state(State.CHECKING));
        Button remove = Controls.button("settings.pairs.remove");
        remove.setId("pair-remove");
        remove.setOnAction(event -> model.remove(selected()));
        remove.disableProperty().bind(Bindings.createBooleanBinding(() -> selected() == null || !selected().isAdded(),
                list.getSelectionModel().selectedItemProperty()));
        FlowPane buttons = new FlowPane(add, use, verify, remove);
        buttons.getStyleClass().add("buttons");
        return buttons;
    }

    private PairEntry selected() {
        return list.getSelectionModel().getSelectedItem();
    }

    /** Whether nothing is selected, or a pair in that state. */
    private BooleanBinding state(State state) {
        var findings = list.getSelectionModel().selectedItemProperty().flatMap(PairEntry::findingsProperty);
        return Bindings.createBooleanBinding(() -> findings.getValue() == null || findings.getValue().state() == state,
                findings);
    }

    private BooleanBinding isChosen() {
        return Bindings.createBooleanBinding(() -> selected() == model.chosenProperty().get(),
                list.getSelectionModel().selectedItemProperty(), model.chosenProperty());
    }

    private static List<File> folders(DragEvent event) {
        return event.getDragboard().getFiles().stream().filter(File::isDirectory).toList();
    }

    private void dragged(DragEvent event) {
        if (!folders(event).isEmpty()) {
            event.acceptTransferModes(TransferMode.COPY);
        }
        event.consume();
    }

    private void dropped(DragEvent event) {
        folders(event).forEach(folder -> list.getSelectionModel().select(model.add(folder.toPath())));
        event.setDropCompleted(true);
        event.consume();
    }
}
