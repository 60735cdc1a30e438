package dev.biglittle.app.tradeoff;

import dev.biglittle.app.Messages;
import dev.biglittle.app.Numbers;
import dev.biglittle.app.control.Controls;
import dev.biglittle.evaluate.Setting;
import dev.biglittle.evaluate.report.MeasuredCurve;
import dev.biglittle.evaluate.report.MeasuredCurve.Point;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleFunction;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Side;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.chart.LineChart;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.XYChart;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import javafx.util.StringConverter;

/** Quality against latency, as in the paper's Figure 4: points, the Pareto front, and where the thresholds are now. */
final class TradeOffChart extends LineChart<Number, Number> {
    private final Map<Series<Number, Number>, String> styles = new HashMap<>();
    private final Series<Number, Number> now = new Series<>();
    private final ReadOnlyStringWrapper told = new ReadOnlyStringWrapper("");

    TradeOffChart(MeasuredCurve curve) {
        super(axis(Messages.text("tradeOff.latency"), Numbers::twoDecimals), axis(curve.metric(), Numbers::oneDecimal));
        setId("trade-off-chart");
        setAnimated(false);
        setAxisSortingPolicy(SortingPolicy.NONE);
        setLegendSide(Side.BOTTOM);
        setVerticalGridLinesVisible(false);
        Series<Number, Number> front = new Series<>();
        front.setName(Messages.text("tradeOff.front"));
        curve.points().stream().filter(Point::pareto).sorted(Comparator.comparingDouble(Point::latency))
                .forEach(p -> front.getData().add(new Data<>(p.latency(), p.score())));
        add(front, "front");
        for (Setting.Series group : Setting.Series.values()) {
            Series<Number, Number> series = new Series<>();
            series.setName(Messages.text("tradeOff.series." + group));
            List<Point> points = curve.points().stream().filter(p -> p.series() == group).toList();
            points.forEach(p -> series.getData().add(new Data<>(p.latency(), p.score())));
            if (!points.isEmpty()) {
                add(series, group.name().toLowerCase(Locale.ROOT).replace('_', '-'));
                for (int i = 0; i < points.size(); i++) {
                    name(series.getData().get(i).getNode(), describe(points.get(i), curve.metric()));
                }
            }
        }
        now.setName(Messages.text("tradeOff.now"));
        add(now, "now");
        dress();
    }

    private static NumberAxis axis(String label, DoubleFunction<String> format) {
        NumberAxis axis = new NumberAxis();
        axis.setLabel(label);
        axis.setMinorTickVisible(false);
        axis.setTickLabelFormatter(new StringConverter<>() {
            @Override
            public String toString(Number value) {
                return format.apply(value.doubleValue());
            }

            @Override
            public Number fromString(String text) {
                throw new UnsupportedOperationException("an axis only shows");
            }
        });
        axis.setForceZeroInRange(false);
        return axis;
    }

    private void add(Series<Number, Number> series, String style) {
        styles.put(series, style);
        getData().add(series);
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        // the legend's samples are there only now
        dress();
    }

    /** The chart gives its own styles to all series whenever one comes, so these come last. */
    private void dress() {
        for (int i = 0; i < getData().size(); i++) {
            String number = "series" + i;
            String style = styles.get(getData().get(i));
            List<Node> nodes = new ArrayList<>(List.of(getData().get(i).getNode()));
            getData().get(i).getData().forEach(data -> nodes.add(data.getNode()));
            lookupAll(".chart-legend-item-symbol").stream()
                    .filter(symbol -> symbol.getStyleClass().contains(number)).forEach(nodes::add);
            nodes.stream().filter(node -> !node.getStyleClass().contains(style))
                    .forEach(node -> node.getStyleClass().add(style));
        }
    }

    private void name(Node symbol, String text) {
        Tooltip.install(symbol, Controls.tooltip(text));
        symbol.accessibleRoleProperty().unbind();
        symbol.setAccessibleRole(AccessibleRole.TEXT);
        // the chart names it by its numbers alone, and lets it be reached with a screen reader only
        symbol.accessibleTextProperty().unbind();
        symbol.focusTraversableProperty().unbind();
        symbol.setAccessibleText(text);
        symbol.setFocusTraversable(true);
        symbol.focusedProperty().addListener((property, was, is) -> told.set(is ? text : ""));
    }

    /** What the point says that has the focus, as its tooltip does to the mouse; empty for none. */
    ReadOnlyStringProperty toldProperty() {
        return told.getReadOnlyProperty();
    }

    private static String describe(Point p, String metric) {
        String what = p.hasThresholds() ? Messages.text("tradeOff.point", Messages.text("mode." + p.mode().label()),
                Numbers.twoDecimals(p.fallback()), Numbers.rollback(p.rollback()), Numbers.maxRun(p.maxRun())) : Messages.text("mode." + p.mode().label());
        return what + ": " + metric + " " + Numbers.oneDecimal(p.score()) + ", "
                + Messages.text("tradeOff.speedUp", Numbers.twoDecimals(p.speedUp()));
    }

    /** Marks where the thresholds are now. */
    void show(Optional<Place> place, String sentence) {
        now.getData().clear();
        place.ifPresent(at -> {
            XYChart.Data<Number, Number> data = new Data<>(at.latency(), at.score());
            now.getData().add(data);
            data.getNode().setId("trade-off-now");
            name(data.getNode(), sentence);
            dress();
            if (data.getNode() instanceof StackPane ring) {
                ring.toFront();
            }
        });
    }
}
