package dev.biglittle.app.translate;

import dev.biglittle.app.Messages;
import javafx.scene.control.TextArea;
import javafx.scene.input.InputMethodEvent;

/** The field with the text to translate. Whatever replaces its text can be undone. */
final class SourceArea extends TextArea {
    private final TypingViewModel typing;

    SourceArea(TranslateViewModel model, TypingViewModel typing) {
        this.typing = typing;
        setId("source");
        setWrapText(true);
        setPromptText(Messages.text("source.prompt"));
        setAccessibleText(Messages.text("source.accessible"));
        // not bound: setText would forget what can be undone
        replaceText(0, 0, model.sourceProperty().get());
        textProperty().addListener((property, was, is) -> model.sourceProperty().set(is));
        model.sourceProperty().addListener((property, was, is) -> {
            if (!is.equals(getText())) {
                replaceText(0, getLength(), is);
                positionCaret(0);
                // the field takes no control characters
                model.sourceProperty().set(getText());
            }
        });
        addEventFilter(InputMethodEvent.INPUT_METHOD_TEXT_CHANGED,
                event -> typing.setComposing(!event.getComposed().isEmpty()));
    }

    @Override
    public void paste() {
        super.paste();
        typing.pasted();
    }
}
