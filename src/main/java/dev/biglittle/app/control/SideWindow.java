package dev.biglittle.app.control;

import dev.biglittle.app.look.Look;
import javafx.geometry.Rectangle2D;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Screen;
import javafx.stage.Stage;

/** A window beside the main one: goes with it, looks like it, and closes with Esc. */
public final class SideWindow {
    private static final double TITLE_BAR = 40;

    private final Stage stage = new Stage();

    /**
     * @param width of what is in it while letters have their usual size; it grows with them
     * @param owner closes it when it is closed
     */
    public SideWindow(String title, Parent content, double width, double height, Stage owner, Look look) {
        stage.initOwner(owner);
        stage.setTitle(title);
        stage.getIcons().setAll(owner.getIcons());
        content.styleProperty().bind(look.rootStyle());
        content.getStylesheets().addAll(0, owner.getScene().getRoot().getStylesheets());
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        Scene scene = new Scene(content, Math.min(screen.getWidth(), look.scaled(width)),
                Math.min(screen.getHeight() - TITLE_BAR, look.scaled(height)));
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
