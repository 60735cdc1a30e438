package dev.biglittle.app.example;

import atlantafx.base.theme.Styles;
import dev.biglittle.app.control.Controls;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** What to watch in the example that is shown. Takes no room without one. */
public final class ExampleBar extends HBox {
    public ExampleBar(ExampleViewModel model) {
        getStyleClass().add("example-bar");
        setAlignment(Pos.CENTER_LEFT);
        Label watch = new Label();
        watch.setId("example-watch");
        watch.setWrapText(true);
        watch.setMinHeight(USE_PREF_SIZE);
        watch.setMaxWidth(Double.MAX_VALUE);
        watch.textProperty().bind(Bindings.createStringBinding(() -> model.watchedProperty().get() == null ? ""
                : model.watchedProperty().get().watch(), model.watchedProperty()));
        HBox.setHgrow(watch, Priority.ALWAYS);
        Button dismiss = Controls.button("action.dismissExample");
        dismiss.getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
        dismiss.setOnAction(event -> model.dismiss());
        getChildren().addAll(watch, dismiss);
        visibleProperty().bind(model.watchedProperty().isNotNull());
        managedProperty().bind(visibleProperty());
    }
}
