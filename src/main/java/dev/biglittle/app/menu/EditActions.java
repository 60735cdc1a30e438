package dev.biglittle.app.menu;

import dev.biglittle.app.marked.TranslationArea;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextInputControl;

/** Undo, cut, copy and the like, on the text field that has the focus; a translation can be copied. */
public final class EditActions {
    private final Supplier<Scene> scene;

    /** @param scene whose focus counts */
    public EditActions(Supplier<Scene> scene) {
        this.scene = scene;
    }

    public MenuItem[] items() {
        return new MenuItem[] {
            item("edit.undo", "Shortcut+Z", TextInputControl::undo),
            item("edit.redo", "Shortcut+Y", TextInputControl::redo),
            Menus.separator(),
            item("edit.cut", "Shortcut+X", TextInputControl::cut),
            item("edit.copy", "Shortcut+C", TextInputControl::copy, TranslationArea::copy),
            item("edit.paste", "Shortcut+V", TextInputControl::paste),
            item("edit.selectAll", "Shortcut+A", TextInputControl::selectAll)};
    }

    private MenuItem item(String key, String shortcut, Consumer<TextInputControl> edit) {
        return item(key, shortcut, edit, translation -> { });
    }

    private MenuItem item(String key, String shortcut, Consumer<TextInputControl> edit, Consumer<TranslationArea> use) {
        return Menus.item(Action.of(key, () -> {
            Node focused = scene.get() == null ? null : scene.get().getFocusOwner();
            if (focused instanceof TextInputControl text) {
                edit.accept(text);
            } else if (focused instanceof TranslationArea translation) {
                use.accept(translation);
            }
        }).on(shortcut));
    }
}
