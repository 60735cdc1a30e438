package dev.biglittle.app.timeline;

import atlantafx.base.theme.Styles;
import dev.biglittle.app.Messages;
import dev.biglittle.app.control.Controls;
import dev.biglittle.app.look.Look;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The timeline with its scroll bar, its zoom buttons, and a sentence on the call that is pointed at. */
public final class TimelineView extends VBox {
    private static final double CLOSER = 1.5;
    /** In sizes of the letters. */
    private static final double LINE_HEIGHT = 1.4;
    /** What a notch of the mouse wheel scrolls, as a share of the time in sight. */
    private static final double NOTCH = 0.1;

    private final TimelineViewModel model;
    private final Look look;
    private final Lanes lanes = new Lanes();
    private final ScrollBar scroll = new ScrollBar();

    public TimelineView(TimelineViewModel model, Look look) {
        this.model = model;
        this.look = look;
        getStyleClass().add("timeline");
        getStylesheets().add(TimelineView.class.getResource("timeline.css").toExternalForm());
        HBox row = new HBox(names(), lanes);
        HBox.setHgrow(lanes, Priority.ALWAYS);
        getChildren().addAll(heading(), row, scroll);

        scroll.setMin(0);
        scroll.setAccessibleText(Messages.text("timeline.scroll"));
        scroll.valueProperty().addListener((property, was, is) -> model.scrollTo(is.doubleValue()));
        model.revisionProperty().addListener((property, was, is) -> refresh());
        model.fromProperty().addListener((property, was, is) -> refresh());
        model.lengthProperty().addListener((property, was, is) -> refresh());
        model.pickedProperty().addListener((property, was, is) -> refresh());
        model.linkedProperty().addListener((property, was, is) -> refresh());
        look.marks().addListener((property, was, is) -> refresh());
        look.fontSizeProperty().addListener((property, was, is) -> refresh());
        refresh();
    }

    private HBox heading() {
        Label title = new Label(Messages.text("timeline.title"));
        title.getStyleClass().add(Styles.TEXT_BOLD);
        title.setMinWidth(USE_PREF_SIZE);
        title.setLabelFor(lanes);
        Label told = new Label();
        told.setId("timeline-told");
        told.setWrapText(true);
        told.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(told, Priority.ALWAYS);
        // always two lines high, so that nothing moves as one goes from call to call
        told.minHeightProperty().bind(look.fontSizeProperty().multiply(2 * LINE_HEIGHT));
        told.getStyleClass().add(Styles.TEXT_MUTED);
        told.textProperty().bind(Bindings.createStringBinding(
                () -> model.pickedSpan().map(SpanWords::sentence).orElse(Messages.text("timeline.hint")),
                model.pickedProperty(), model.revisionProperty()));
        Button closer = button("timeline.closer", () -> zoom(CLOSER));
        Button wider = button("timeline.wider", () -> zoom(1 / CLOSER));
        Button fit = button("timeline.fit", model::fit);
        HBox heading = new HBox(title, told, wider, closer, fit);
        heading.getStyleClass().add("heading");
        heading.setAlignment(Pos.CENTER_LEFT);
        return heading;
    }

    private static Button button(String key, Runnable action) {
        Button button = Controls.button(key);
        button.setId(key.replace('.', '-'));
        button.getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
        button.setOnAction(event -> action.run());
        return button;
    }

    private VBox names() {
        Label small = new Label(Messages.text("timeline.small"));
        Label large = new Label(Messages.text("timeline.large"));
        VBox names = new VBox(small, large);
        for (Label name : new Label[] {small, large}) {
            name.getStyleClass().add(Styles.TEXT_SMALL);
            name.minHeightProperty().bind(Bindings.createDoubleBinding(() -> look.scaled(TimelineDrawing.LANE),
                    look.fontSizeProperty()));
            name.setMinWidth(USE_PREF_SIZE);
        }
        names.getStyleClass().add("names");
        names.styleProperty().bind(Bindings.createStringBinding(() -> "-fx-padding: "
                + look.scaled(TimelineDrawing.SCALE) + "px 8px 0 0; -fx-spacing: "
                + look.scaled(TimelineDrawing.GAP) + "px",
                look.fontSizeProperty()));
        names.setMinWidth(USE_PREF_SIZE);
        return names;
    }

    private void zoom(double factor) {
        model.zoom(factor, model.pickedSpan().map(span -> span.start() + span.nanos() / 2.0)
                .orElse(model.fromProperty().get() + model.lengthProperty().get() / 2));
    }

    private void refresh() {
        double hidden = model.total() - model.lengthProperty().get();
        scroll.setMax(Math.max(hidden, 1));
        scroll.setVisibleAmount(scroll.getMax() * model.lengthProperty().get() / model.total());
        scroll.setUnitIncrement(model.lengthProperty().get() * NOTCH);
        scroll.setBlockIncrement(model.lengthProperty().get());
        scroll.setDisable(hidden <= 0);
        scroll.setValue(model.fromProperty().get());
        lanes.setAccessibleText(model.pickedSpan().map(SpanWords::sentence)
                .orElse(Messages.text("timeline.accessible")));
        lanes.requestLayout();
    }

    /** What is drawn; takes the focus. */
    private final class Lanes extends Region {
        private final Canvas canvas = new Canvas();

        Lanes() {
            setId("timeline");
            getStyleClass().add("lanes");
            setFocusTraversable(true);
            getChildren().add(canvas);
            setMinSize(0, USE_PREF_SIZE);
            setMaxHeight(USE_PREF_SIZE);
            addEventHandler(MouseEvent.MOUSE_MOVED, this::hover);
            addEventHandler(MouseEvent.MOUSE_PRESSED, event -> requestFocus());
            addEventHandler(MouseEvent.MOUSE_EXITED, event -> model.pick(-1));
            addEventHandler(ScrollEvent.SCROLL, this::wheel);
            addEventHandler(KeyEvent.KEY_PRESSED, this::press);
            focusedProperty().addListener((property, was, is) -> {
                if (!is) {
                    model.pick(-1);
                }
            });
        }

        private double time(double x) {
            return model.fromProperty().get()
                    + (x - canvas.getLayoutX()) / canvas.getWidth() * model.lengthProperty().get();
        }

        private void hover(MouseEvent event) {
            double y = (event.getY() - canvas.getLayoutY()) / look.scaled(1);
            model.pickAt(time(event.getX()), y >= TimelineDrawing.top(true) - TimelineDrawing.GAP / 2);
        }

        private void wheel(ScrollEvent event) {
            if (event.isShortcutDown()) {
                model.zoom(event.getDeltaY() > 0 ? CLOSER : 1 / CLOSER, time(event.getX()));
            } else {
                double delta = event.getDeltaX() != 0 ? event.getDeltaX() : event.getDeltaY();
                model.scrollTo(model.fromProperty().get() - Math.signum(delta) * NOTCH * model.lengthProperty().get());
            }
            event.consume();
        }

        private void press(KeyEvent event) {
            switch (event.getCode()) {
                case RIGHT -> model.pickNext(1);
                case LEFT -> model.pickNext(-1);
                case HOME -> model.pickFirst();
                case END -> model.pickLast();
                case PLUS, ADD, EQUALS -> zoom(CLOSER);
                case MINUS, SUBTRACT -> zoom(1 / CLOSER);
                case DIGIT0, NUMPAD0 -> model.fit();
                case PAGE_UP -> model.scrollTo(model.fromProperty().get() - model.lengthProperty().get());
                case PAGE_DOWN -> model.scrollTo(model.fromProperty().get() + model.lengthProperty().get());
                default -> {
                    return;
                }
            }
            event.consume();
        }

        @Override
        protected double computePrefHeight(double forWidth) {
            return look.scaled(TimelineDrawing.HEIGHT) + 4;
        }

        @Override
        protected void layoutChildren() {
            canvas.setWidth(Math.max(0, getWidth() - 4));
            canvas.setHeight(look.scaled(TimelineDrawing.HEIGHT));
            canvas.relocate(2, 2);
            new TimelineDrawing(model, look.marks().get().palette(), canvas, look.scaled(1)).draw();
        }
    }
}
