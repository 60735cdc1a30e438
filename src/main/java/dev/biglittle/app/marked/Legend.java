package dev.biglittle.app.marked;

import atlantafx.base.theme.Styles;
import dev.biglittle.app.Messages;
import dev.biglittle.app.Numbers;
import dev.biglittle.app.control.Controls;
import dev.biglittle.app.look.Look;
import dev.biglittle.decode.Origin;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableIntegerValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** What each mark means, and how many tokens bear it. */
public final class Legend extends FlowPane {
    public Legend(TranslationText translation, Look look) {
        getStylesheets().add(TranslationArea.STYLESHEET);
        getStyleClass().add("legend");
        for (Origin origin : Origin.values()) {
            TextRun sample = MarkedText.sample(TokenWords.origin(origin), origin);
            add(origin.label(), sample, translation.countProperty(origin), translation.totalProperty(),
                    TokenWords.originMeaning(origin), look);
        }
        TextRun ghost = new TextRun(Messages.text("legend.rolledBack"), true,
                MarkedText.sample("", Origin.ROLLBACK).token(), 0);
        add("rolled-back", ghost, translation.rolledBackProperty(), null, Messages.text("legend.rolledBack.meaning"),
                look);
    }

    private void add(String id, TextRun run, ObservableIntegerValue count, ObservableIntegerValue total,
                     String meaning, Look look) {
        MarkedText sample = new MarkedText(look.marks().get());
        sample.replace(0, 0, List.of(run));
        Controls.whileAlive(sample, look.marks(), sample::setMarks);
        sample.setMinWidth(Region.USE_PREF_SIZE);
        Label number = new Label();
        number.setId("count-" + id);
        number.textProperty().bind(Bindings.createStringBinding(() -> Numbers.count(count.get()), count));
        number.getStyleClass().add(Styles.TEXT_BOLD);
        number.accessibleTextProperty().bind(Bindings.createStringBinding(
                () -> Messages.text("legend.accessible", run.text(), Numbers.count(count.get())), count));
        Controls.hint(number, meaning);
        HBox entry = new HBox(sample, number);
        entry.getStyleClass().add("entry");
        entry.setAlignment(Pos.BASELINE_LEFT);
        if (total != null) {
            Label share = new Label();
            share.textProperty().bind(Bindings.createStringBinding(
                    () -> count.get() == 0 ? "" : Numbers.share(count.get(), total.get()), count, total));
            share.getStyleClass().add(Styles.TEXT_MUTED);
            entry.getChildren().add(share);
        }
        Tooltip.install(entry, number.getTooltip());
        getChildren().add(entry);
    }
}
