package dev.biglittle.app.example;

import dev.biglittle.app.Messages;
import dev.biglittle.app.control.Controls;
import java.util.List;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;

/** Offers the examples; not to be seen where there are none. */
public final class ExampleButton extends MenuButton {
    public ExampleButton(ExampleViewModel model) {
        setText(Messages.text("action.examples"));
        setId("examples");
        setAccessibleText(getText());
        setMinWidth(USE_PREF_SIZE);
        Controls.hint(this, Messages.text("action.examples.hint"));
        model.examples().addListener((property, was, is) -> offer(model, is));
        offer(model, model.examples().get());
    }

    private void offer(ExampleViewModel model, List<Example> examples) {
        getItems().setAll(examples.stream().map(example -> {
            MenuItem item = new MenuItem(example.name());
            item.setMnemonicParsing(false);
            item.setOnAction(event -> model.watch(example));
            return item;
        }).toList());
        setVisible(!examples.isEmpty());
        setManaged(!examples.isEmpty());
    }
}
