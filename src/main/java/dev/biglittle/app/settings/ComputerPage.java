package dev.biglittle.app.settings;

import atlantafx.base.theme.Styles;
import dev.biglittle.app.Messages;
import dev.biglittle.app.Numbers;
import dev.biglittle.app.control.Controls;
import dev.biglittle.doctor.Finding;
import dev.biglittle.onnx.ProviderChoice;
import java.util.Locale;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Spinner;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** What the models run on, and the doctor's findings in plain words. */
final class ComputerPage extends VBox {
    private final ComputerViewModel model;
    private final GridPane findings = new GridPane();

    ComputerPage(ComputerViewModel model) {
        this.model = model;
        getStyleClass().add("page");
        setMinHeight(USE_PREF_SIZE);
        ComboBox<ProviderChoice> provider = new ComboBox<>();
        provider.setId("provider");
        provider.getItems().setAll(ProviderChoice.values());
        provider.setConverter(new Names<>(choice -> Messages.text("settings.provider." + choice)));
        provider.valueProperty().bindBidirectional(model.providerProperty());

        CheckBox suited = Controls.checkBox("settings.threads.suited", model.suitedThreadsProperty());
        suited.setId("threads-suited");
        suited.setText(Messages.text("settings.threads.suited", Numbers.count(model.usualThreads())));
        suited.setAccessibleText(suited.getText().replace("_", ""));
        Spinner<Integer> threads = Controls.spinner(1, model.mostThreads(), model.threadsProperty());
        threads.setId("threads");
        threads.disableProperty().bind(model.suitedThreadsProperty());
        HBox threadsLine = new HBox(suited, threads);
        threadsLine.getStyleClass().add("line");
        threadsLine.setAlignment(Pos.CENTER_LEFT);

        Button apply = Controls.button("settings.computer.apply");
        apply.setId("computer-apply");
        apply.getStyleClass().add(Styles.ACCENT);
        apply.disableProperty().bind(model.changed().not());
        apply.setOnAction(event -> model.apply());
        GridPane form = new GridPane();
        form.getStyleClass().add("form");
        form.addRow(0, Controls.label("settings.provider", provider), provider);
        form.addRow(1, Controls.label("settings.threads", threads), threadsLine);
        threads.getEditor().setAccessibleText(threads.getAccessibleText());
        form.add(apply, 1, 2);

        Label heading = new Label(Messages.text("settings.doctor.heading"));
        heading.getStyleClass().add(Styles.TITLE_4);
        findings.getStyleClass().add("findings");
        model.findings().addListener((ListChangeListener<Finding>) change -> showFindings());
        showFindings();
        getChildren().addAll(form, heading, buttons(), findings);
    }

    private HBox buttons() {
        Button examine = Controls.button("settings.doctor.examine");
        examine.setId("doctor-examine");
        examine.disableProperty().bind(model.examiningProperty());
        examine.setOnAction(event -> model.examine());
        Button copy = Controls.button("settings.doctor.copy");
        copy.setId("doctor-copy");
        copy.setDisable(true);
        model.findings().addListener((ListChangeListener<Finding>) change -> copy.setDisable(model.findings().isEmpty()));
        copy.setOnAction(event -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(model.report());
            Clipboard.getSystemClipboard().setContent(content);
        });
        ProgressBar busy = new ProgressBar();
        busy.setAccessibleText(Messages.text("app.busy"));
        busy.visibleProperty().bind(model.examiningProperty());
        busy.progressProperty().bind(model.examiningProperty().map(examining -> examining ? -1 : 0));
        HBox line = new HBox(examine, copy, busy);
        line.getStyleClass().add("line");
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private void showFindings() {
        findings.getChildren().clear();
        int row = 0;
        for (Finding finding : model.findings()) {
            Label verdict = new Label(finding.verdict() == Finding.Verdict.FACT ? ""
                    : Messages.text("settings.verdict." + finding.verdict()));
            verdict.getStyleClass().addAll("verdict", finding.verdict().name().toLowerCase(Locale.ROOT));
            Label subject = new Label(Messages.text("settings.subject." + finding.subject()));
            subject.getStyleClass().add(Styles.TEXT_BOLD);
            Label text = new Label(finding.text().in(Messages.language()));
            text.setWrapText(true);
            for (Label label : new Label[] {subject, verdict, text}) {
                GridPane.setValignment(label, VPos.TOP);
                label.setMinWidth(label == text ? 0 : USE_PREF_SIZE);
            }
            subject.setId("finding-" + finding.subject());
            findings.addRow(row++, subject, verdict, text);
        }
    }
}
