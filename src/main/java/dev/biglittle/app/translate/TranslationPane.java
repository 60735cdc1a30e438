package dev.biglittle.app.translate;

import atlantafx.base.theme.Styles;
import dev.biglittle.app.Messages;
import dev.biglittle.app.control.Controls;
import dev.biglittle.app.look.Look;
import dev.biglittle.app.marked.TranslationArea;
import dev.biglittle.app.timeline.Span;
import dev.biglittle.app.timeline.TimelineViewModel;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The translation with its title, and what can be done with it. */
final class TranslationPane extends VBox {
    private final TranslationArea area;

    TranslationPane(TranslateViewModel model, Desk desk, Look look) {
        getStyleClass().addAll("text-pane", "translation-pane");
        area = new TranslationArea(model.translation(), look);
        area.setOnStep(model.shown()::step);
        area.setOnCopy(() -> copy(model));

        Label title = new Label();
        title.textProperty().bind(model.status().targetLanguageProperty());
        title.getStyleClass().add(Styles.TITLE_4);
        title.setMinWidth(USE_PREF_SIZE);
        title.setLabelFor(area);
        Button copy = Controls.button("action.copy");
        copy.setId("copy");
        copy.disableProperty().bind(model.translation().totalProperty().isEqualTo(0)
                .or(model.shown().growingProperty()));
        copy.setOnAction(event -> area.copy());
        Button save = Controls.button("action.save");
        save.setId("save");
        save.disableProperty().bind(copy.disableProperty());
        save.setOnAction(event -> desk.documents().save());
        HBox header = new HBox(title, Controls.spacer(), copy, save);
        header.getStyleClass().add("pane-header");
        header.setAlignment(Pos.CENTER_LEFT);

        Label empty = new Label(Messages.text("target.empty"));
        empty.setWrapText(true);
        empty.setMouseTransparent(true);
        empty.getStyleClass().addAll("empty-hint", Styles.TEXT_MUTED);
        empty.visibleProperty().bind(model.translation().emptyProperty());
        StackPane body = new StackPane(area, empty);
        StackPane.setAlignment(empty, Pos.TOP_LEFT);
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().addAll(header, body);
        linkWithTimeline(model.shown().timeline());
    }

    /** A text that is not whole is refused: nothing about it would say so where it is pasted. */
    private void copy(TranslateViewModel model) {
        if (model.shown().growingProperty().get()) {
            model.say(Messages.text("message.growing"));
        } else if (area.copyText()) {
            model.copied();
        }
    }

    TranslationArea area() {
        return area;
    }

    /** Pointing at a token marks its model calls, and pointing at a call frames its tokens. */
    private void linkWithTimeline(TimelineViewModel timeline) {
        area.pickedTokenProperty().addListener((property, was, is) -> timeline.link(is));
        timeline.pickedProperty().addListener((property, was, is) ->
                area.frame(timeline.pickedSpan().stream().flatMap(Span::tokens)));
    }
}
