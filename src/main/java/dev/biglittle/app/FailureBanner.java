package dev.biglittle.app;

import atlantafx.base.theme.Styles;
import dev.biglittle.app.control.Controls;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** Says what went wrong, and offers to try again. Takes no room while all is well. */
final class FailureBanner extends HBox {
    private final Failures failures;
    private final Label sentence = new Label();
    private final Button retry = Controls.button("action.retry");
    private final Button details = Controls.button("action.details");

    FailureBanner(Failures failures) {
        this.failures = failures;
        getStyleClass().add("failure");
        setId("failure");
        setAlignment(Pos.CENTER_LEFT);
        sentence.setId("failure-sentence");
        sentence.setWrapText(true);
        sentence.setMinHeight(USE_PREF_SIZE);
        sentence.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        retry.setId("retry");
        retry.getStyleClass().add(Styles.ACCENT);
        details.setId("details");
        Button dismiss = Controls.button("action.dismiss");
        dismiss.setId("dismiss");
        dismiss.setOnAction(event -> failures.clear(failures.shownProperty().get().failure()));
        for (Button button : new Button[] {retry, details}) {
            button.managedProperty().bind(button.visibleProperty());
        }
        getChildren().addAll(sentence, retry, details, dismiss);
        managedProperty().bind(visibleProperty());
        failures.shownProperty().addListener((property, was, is) -> show(is));
        show(failures.shownProperty().get());
    }

    private void show(Failures.Shown shown) {
        setVisible(shown != null);
        if (shown == null) {
            return;
        }
        sentence.setText(shown.failure().sentence());
        retry.setVisible(shown.retry() != null);
        retry.disableProperty().bind(Bindings.not(shown.possible()));
        retry.setOnAction(event -> {
            failures.clear(shown.failure());
            shown.retry().run();
        });
        details.setVisible(!shown.failure().details().isEmpty());
        details.setOnAction(event -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(shown.failure().details());
            Clipboard.getSystemClipboard().setContent(content);
        });
    }
}
