package dev.biglittle.app.history;

import dev.biglittle.app.Messages;
import dev.biglittle.app.look.Look;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonType;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;

/** The window that shows past translations. It stays open beside the other one, so that several can be looked at. */
public final class HistoryWindow {
    private final HistoryViewModel model;
    private final Consumer<PastTranslation> show;
    private final Look look;
    private final Stage owner;
    private Stage stage;

    /** @param show brings a past translation back */
    public HistoryWindow(HistoryViewModel model, Consumer<PastTranslation> show, Look look, Stage owner) {
        this.model = model;
        this.show = show;
        this.look = look;
        this.owner = owner;
    }

    public void open() {
        if (stage == null) {
            stage = new Stage();
            stage.initOwner(owner);
            stage.setTitle(Messages.text("history.title"));
            stage.getIcons().setAll(owner.getIcons());
        }
        HistoryView view = new HistoryView(model, entry -> model.choose(entry, show), this::confirm);
        view.getStylesheets().addAll(0, owner.getScene().getRoot().getStylesheets());
        view.styleProperty().bind(look.rootStyle());
        Scene scene = new Scene(view, look.scaled(640), look.scaled(520));
        scene.fillProperty().bind(look.marks().map(marks -> marks.palette().paper()));
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                stage.hide();
            }
        });
        stage.setScene(scene);
        stage.show();
        stage.toFront();
        view.focusSearch();
    }

    private boolean confirm() {
        Alert alert = new Alert(Alert.AlertType.CONFIRMATION, Messages.text("history.deleteAll.ask"),
                new ButtonType(Messages.text("history.deleteAll.yes"), ButtonType.OK.getButtonData()), ButtonType.CANCEL);
        alert.initOwner(stage);
        alert.setHeaderText(null);
        alert.setTitle(Messages.text("history.title"));
        return alert.showAndWait().filter(answer -> answer != ButtonType.CANCEL).isPresent();
    }
}
