package dev.biglittle.app.control;

import dev.biglittle.app.look.Look;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;

/** A window beside the main one: goes with it, looks like it, and closes with Esc. */
public final class SideWindow {
    private final Stage stage = new Stage();

    /** @param owner closes it when it is closed */
    public SideWindow(String title, Parent content, double width, double height, Stage owner, Look look) {
        stage.initOwner(owner);
        stage.setTitle(title);
        stage.getIcons().setAll(owner.getIcons());
        content.styleProperty().bind(look.rootStyle());
        content.getStylesheets().addAll(0, owner.getScene().getRoot().getStylesheets());
        Scene scene = new Scene(content, width, height);
        scene.fillProperty().bind(look.marks().map(marks -> marks.palette().paper()));
        scene.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                stage.close();
            }
        });
        stage.setScene(scene);
    }

    /** Shows it, or brings it to the front. */
    public void show() {
        stage.show();
        stage.toFront();
    }
}
