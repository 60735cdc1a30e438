package dev.biglittle.app.settings;

import atlantafx.base.theme.Styles;
import dev.biglittle.app.Messages;
import dev.biglittle.app.Numbers;
import dev.biglittle.app.translate.PresetWords;
import dev.biglittle.pair.ModelDescription;
import dev.biglittle.pair.PairDescription;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** What is known of the selected pair: languages, sizes, licence, presets, and why it is refused. */
final class PairDetails extends VBox {
    /** Kept: the listener hangs on it. */
    private final ObservableValue<PairEntry.Findings> findings;

    PairDetails(ObservableValue<PairEntry> selected) {
        setId("pair-details");
        getStyleClass().add("details");
        findings = selected.flatMap(PairEntry::findingsProperty);
        findings.addListener((property, was, is) -> show(is));
        show(findings.getValue());
    }

    private void show(PairEntry.Findings found) {
        getChildren().clear();
        if (found == null) {
            return;
        }
        if (!found.refusal().isEmpty()) {
            Label refusal = label(found.refusal());
            refusal.setId("pair-refusal");
            refusal.getStyleClass().add(Styles.DANGER);
        }
        if (found.description() != null) {
            describe(found.description());
        }
    }

    private void describe(PairDescription pair) {
        label(Messages.text("settings.pair.languages", Messages.language(pair.sourceLanguage()),
                Messages.language(pair.targetLanguage()), size(pair.small()), size(pair.large())));
        pair.presets().forEach((name, preset) -> {
            String text = PresetWords.name(name) + ": " + PresetWords.thresholds(preset);
            Double speedUp = pair.speedUps().get(name);
            label(speedUp == null ? text + "." : text + ". " + Messages.text("settings.pair.speedUp",
                    Numbers.twoDecimals(speedUp)));
        });
        label(Messages.text("settings.pair.licence", pair.licence())).getStyleClass().add(Styles.TEXT_MUTED);
    }

    private static String size(ModelDescription model) {
        return Messages.text("settings.pair.size", Numbers.oneDecimal(model.parameters() / 1e6), weights(model.weights()));
    }

    /** In plain words, where the exporter's name has some. */
    private static String weights(String name) {
        String key = "settings.weights." + name;
        return Messages.has(key) ? Messages.text(key) : name;
    }

    private Label label(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        getChildren().add(label);
        return label;
    }
}
