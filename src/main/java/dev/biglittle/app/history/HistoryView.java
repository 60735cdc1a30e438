package dev.biglittle.app.history;

import atlantafx.base.theme.Styles;
import dev.biglittle.app.Messages;
import dev.biglittle.app.control.Controls;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The list of past translations with its search. */
final class HistoryView extends VBox {
    private final HistoryViewModel model;
    private final Consumer<HistoryEntry> choose;
    private final ListView<HistoryEntry> list = new ListView<>();
    private final TextField search = new TextField();

    /**
     * @param choose  shows an entry
     * @param confirm asks whether all entries are to be deleted
     */
    HistoryView(HistoryViewModel model, Consumer<HistoryEntry> choose, BooleanSupplier confirm) {
        this.model = model;
        this.choose = choose;
        getStyleClass().add("history");
        getStylesheets().add(HistoryView.class.getResource("history.css").toExternalForm());

        search.setId("history-search");
        search.textProperty().bindBidirectional(model.searchProperty());
        search.setPromptText(Messages.text("history.search.prompt"));
        Label searchLabel = Controls.label("history.search", search);
        HBox.setHgrow(search, Priority.ALWAYS);
        HBox top = new HBox(searchLabel, search);
        top.setAlignment(Pos.CENTER_LEFT);
        top.getStyleClass().add("row");

        list.setId("history-list");
        list.setItems(model.found());
        list.setCellFactory(view -> new EntryCell());
        list.setAccessibleText(Messages.text("history.list.accessible"));
        Label nothing = new Label(Messages.text("history.nothing"));
        nothing.setWrapText(true);
        list.setPlaceholder(nothing);
        list.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
                chooseSelected();
            }
        });
        list.addEventHandler(KeyEvent.KEY_PRESSED, this::press);
        search.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.ENTER) {
                list.requestFocus();
                list.getSelectionModel().selectFirst();
                event.consume();
            }
        });
        VBox.setVgrow(list, Priority.ALWAYS);
        CheckBox kept = Controls.checkBox("history.kept", model.keptProperty());
        kept.setId("history-kept");
        getChildren().addAll(top, list, kept, buttons(confirm));
    }

    private HBox buttons(BooleanSupplier confirm) {
        Button open = Controls.button("history.choose");
        open.setId("history-choose");
        open.getStyleClass().add(Styles.ACCENT);
        open.disableProperty().bind(list.getSelectionModel().selectedItemProperty().isNull());
        open.setOnAction(event -> chooseSelected());
        Button delete = Controls.button("history.delete");
        delete.setId("history-delete");
        delete.disableProperty().bind(open.disableProperty());
        delete.setOnAction(event -> deleteSelected());
        Button deleteAll = Controls.button("history.deleteAll");
        deleteAll.setId("history-delete-all");
        deleteAll.setOnAction(event -> {
            if (confirm.getAsBoolean()) {
                model.deleteAll();
            }
        });
        HBox buttons = new HBox(deleteAll, delete, Controls.spacer(), open);
        buttons.setAlignment(Pos.CENTER_LEFT);
        buttons.getStyleClass().add("row");
        return buttons;
    }

    private void press(KeyEvent event) {
        switch (event.getCode()) {
            case ENTER -> chooseSelected();
            case DELETE -> deleteSelected();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void chooseSelected() {
        HistoryEntry entry = list.getSelectionModel().getSelectedItem();
        if (entry != null) {
            choose.accept(entry);
        }
    }

    private void deleteSelected() {
        HistoryEntry entry = list.getSelectionModel().getSelectedItem();
        if (entry != null) {
            int index = list.getSelectionModel().getSelectedIndex();
            model.delete(entry);
            list.getSelectionModel().select(Math.min(index, list.getItems().size() - 1));
        }
    }

    void focusSearch() {
        search.requestFocus();
    }

    /** When, with which pair, and the beginnings of both texts. */
    private static final class EntryCell extends ListCell<HistoryEntry> {
        private final Label when = new Label();
        private final Label source = new Label();
        private final Label translation = new Label();
        private final VBox box = new VBox(when, source, translation);

        EntryCell() {
            when.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
            source.getStyleClass().add(Styles.TEXT_BOLD);
            box.setMinWidth(0);
            // as wide as the list, so that long texts end in dots
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(HistoryEntry entry, boolean empty) {
            super.updateItem(entry, empty);
            if (empty || entry == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            when.setText(Messages.text("history.when", DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM,
                    FormatStyle.SHORT).withLocale(Messages.language()).withZone(ZoneId.systemDefault())
                    .format(entry.time()), entry.pair()));
            source.setText(line(entry.source()));
            translation.setText(line(entry.translation()));
            setGraphic(box);
            setAccessibleText(when.getText() + ". " + source.getText() + ". " + translation.getText());
        }

        /** The beginning of a text, in one line. */
        private static String line(String text) {
            return text.substring(0, Math.min(300, text.length())).strip().replaceAll("\\s+", " ");
        }
    }
}
