package dev.biglittle.app.translate;

import dev.biglittle.app.look.Look;
import dev.biglittle.app.marked.Legend;
import dev.biglittle.app.file.DocumentViewModel;
import dev.biglittle.app.file.FileTranslationBar;
import dev.biglittle.app.timeline.TimelineView;
import java.io.File;
import javafx.scene.control.SplitPane;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;

/** The translation screen. */
public final class TranslateView extends BorderPane {
    static final String STYLESHEET = TranslateView.class.getResource("translate.css").toExternalForm();

    private static final KeyCombination TRANSLATE = new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination CANCEL = new KeyCodeCombination(KeyCode.ESCAPE);
    private static final KeyCombination STEP = new KeyCodeCombination(KeyCode.F10);
    private static final KeyCombination BACK = new KeyCodeCombination(KeyCode.F9);
    private static final KeyCombination AGAIN = new KeyCodeCombination(KeyCode.F8);

    private final TranslateViewModel model;
    private final SourcePane source;

    public TranslateView(TranslateViewModel model, Desk desk, Look look) {
        this.model = model;
        getStyleClass().add("translate-view");
        getStylesheets().add(STYLESHEET);

        source = new SourcePane(model, desk);
        SplitPane texts = new SplitPane(source, new TranslationPane(model, desk, look));
        texts.setDividerPositions(0.42);
        setTop(new Toolbar(model));
        setCenter(texts);
        setBottom(new VBox(new MessageBar(model, desk.typing()), new TimelineView(model.timeline(), look),
                new FileTranslationBar(desk.fileTranslation()), new Legend(model.translation(), look),
                new ThresholdsPane(model.thresholds()), new StatusBar(model)));
        addEventFilter(KeyEvent.KEY_PRESSED, this::press);
        acceptFiles(desk.documents());
    }

    /** Shortcuts that hold wherever the focus is, the text area included. */
    private void press(KeyEvent event) {
        if (TRANSLATE.match(event)) {
            model.translate();
        } else if (CANCEL.match(event) && model.stateProperty().get().isBusy()) {
            model.cancel();
        } else if (STEP.match(event)) {
            model.step();
        } else if (BACK.match(event)) {
            model.stepBack();
        } else if (AGAIN.match(event)) {
            model.replay();
        } else {
            return;
        }
        event.consume();
    }

    /** Files may be dropped anywhere on the screen. */
    private void acceptFiles(DocumentViewModel documents) {
        addEventFilter(DragEvent.DRAG_OVER, event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY);
                event.consume();
            }
        });
        addEventFilter(DragEvent.DRAG_DROPPED, event -> {
            if (event.getDragboard().hasFiles()) {
                documents.dropped(event.getDragboard().getFiles().stream().map(File::toPath).toList());
                event.setDropCompleted(true);
                event.consume();
            }
        });
    }

    /** Puts the cursor where the user begins. */
    public void focusSource() {
        source.focus();
    }
}
