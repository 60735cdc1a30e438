package dev.biglittle.app.tradeoff;

import atlantafx.base.theme.Styles;
import dev.biglittle.app.Messages;
import dev.biglittle.app.Numbers;
import dev.biglittle.app.control.Controls;
import dev.biglittle.evaluate.report.MeasuredCurve;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The chart, where the present thresholds lie on it, and how to get one. */
public final class TradeOffView extends VBox {
    private final TradeOffViewModel model;
    private final StackPane room = new StackPane();
    private final Label what = new Label();
    private final Label sentence = new Label();
    private TradeOffChart chart;

    /** @param folder asks for a report's folder */
    public TradeOffView(TradeOffViewModel model, Supplier<Optional<Path>> folder) {
        this.model = model;
        getStyleClass().add("trade-off");
        getStylesheets().add(TradeOffView.class.getResource("tradeoff.css").toExternalForm());
        Button open = Controls.button("tradeOff.open");
        open.setId("trade-off-open");
        open.getStyleClass().add(Styles.ACCENT);
        open.setOnAction(event -> folder.get().ifPresent(model::open));
        what.getStyleClass().add(Styles.TEXT_MUTED);
        HBox controls = new HBox(open, what);
        controls.getStyleClass().add("controls");
        controls.setAlignment(Pos.CENTER_LEFT);
        sentence.setId("trade-off-sentence");
        sentence.getStyleClass().add("sentence");
        sentence.setWrapText(true);
        VBox.setVgrow(room, Priority.ALWAYS);
        getChildren().addAll(controls, room, sentence);
        model.curveProperty().addListener((property, was, is) -> show(is));
        model.place().addListener((property, was, is) -> mark());
        show(model.curveProperty().get());
    }

    private void show(MeasuredCurve curve) {
        if (curve == null) {
            Label how = new Label(Messages.text("tradeOff.how"));
            how.setId("trade-off-how");
            how.setWrapText(true);
            how.setMaxWidth(640);
            room.getChildren().setAll(how);
            what.setText("");
            chart = null;
            sentence.textProperty().bind(model.sentence());
            return;
        }
        what.setText(Messages.text("tradeOff.what", curve.pair(), Numbers.count(curve.texts()), curve.provider()));
        chart = new TradeOffChart(curve);
        sentence.textProperty().bind(Bindings.when(chart.toldProperty().isEmpty()).then(model.sentence())
                .otherwise(chart.toldProperty()));
        room.getChildren().setAll(chart);
        mark();
    }

    private void mark() {
        if (chart != null) {
            chart.show(model.place().get(), model.sentence().get());
        }
    }
}
