package dev.biglittle.app.translate;

import dev.biglittle.app.look.Look;
import dev.biglittle.app.marked.Legend;
import dev.biglittle.app.example.ExampleBar;
import dev.biglittle.app.file.FileTranslationBar;
import dev.biglittle.app.timeline.TimelineView;
import java.io.File;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
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

    /** How high the screen must be, in sizes of its letters, for this part to leave room for the texts. */
    private static final int ROOM_FOR_TIMELINE = 48;
    private static final int ROOM_FOR_THRESHOLDS = 34;

    private final TranslateViewModel model;
    private final SourcePane source;

    public TranslateView(TranslateViewModel model, Desk desk, Look look) {
        this.model = model;
        getStyleClass().add("translate-view");
        getStylesheets().add(STYLESHEET);

        source = new SourcePane(model, desk);
        TranslationPane translation = new TranslationPane(model, desk, look);
        source.link(new SentenceLink(model.translation(), model.sourceProperty(), model.freshness()::shown),
                translation.area(), desk.scrollTogetherProperty());
        SplitPane texts = new SplitPane(source, translation);
        texts.setDividerPositions(0.42);
        setTop(new VBox(new Toolbar(model, look), new ExampleBar(desk.examples())));
        setCenter(texts);
        TimelineView timeline = new TimelineView(model.shown().timeline(), look);
        showWhereThereIsRoom(timeline, look.timelineProperty(), look, ROOM_FOR_TIMELINE);
        ThresholdsPane thresholds = new ThresholdsPane(model.thresholds());
        showWhereThereIsRoom(thresholds, look.thresholdsProperty(), look, ROOM_FOR_THRESHOLDS);
        setBottom(new VBox(new MessageBar(model), timeline,
                new FileTranslationBar(desk.fileTranslation()), new Legend(model.translation(), look),
                thresholds, new StatusBar(model)));
        addEventFilter(KeyEvent.KEY_PRESSED, this::press);
        acceptFiles(desk);
    }

    /** In a low window with large letters the texts come first. */
    private void showWhereThereIsRoom(Node part, ObservableBooleanValue wanted, Look look, int lines) {
        part.visibleProperty().bind(Bindings.createBooleanBinding(
                () -> wanted.get() && (getHeight() == 0 || getHeight() >= lines * look.fontSizeProperty().get()),
                wanted, heightProperty(), look.fontSizeProperty()));
        part.managedProperty().bind(part.visibleProperty());
    }

    /** Shortcuts that hold wherever the focus is, the text area included. */
    private void press(KeyEvent event) {
        if (TRANSLATE.match(event)) {
            model.translate();
        } else if (CANCEL.match(event) && model.stateProperty().get().isBusy()) {
            model.cancel();
        } else if (STEP.match(event)) {
            model.shown().step();
        } else if (BACK.match(event)) {
            model.shown().stepBack();
        } else if (AGAIN.match(event)) {
            model.shown().replay();
        } else {
            return;
        }
        event.consume();
    }

    /** Files may be dropped anywhere on the screen. */
    private void acceptFiles(Desk desk) {
        addEventFilter(DragEvent.DRAG_OVER, event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY);
                event.consume();
            }
        });
        addEventFilter(DragEvent.DRAG_DROPPED, event -> {
            if (event.getDragboard().hasFiles()) {
                desk.dropped(event.getDragboard().getFiles().stream().map(File::toPath).toList());
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
