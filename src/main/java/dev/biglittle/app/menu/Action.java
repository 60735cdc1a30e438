package dev.biglittle.app.menu;

import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.input.KeyCombination;

/**
 * Something the user can do from the menu.
 *
 * @param key      of its text, without {@code menu.}: "file.open" has the text {@code menu.file.open} and the id
 *                 "menu-file-open"
 * @param shortcut null for none
 * @param possible while this is false the item is greyed out
 */
public record Action(String key, KeyCombination shortcut, ObservableBooleanValue possible, Runnable run) {
    public static Action of(String key, Runnable run) {
        return new Action(key, null, new SimpleBooleanProperty(true), run);
    }

    /** @param shortcut such as "Shortcut+O", where Shortcut is Ctrl, or Command on macOS */
    public Action on(String shortcut) {
        return new Action(key, KeyCombination.valueOf(shortcut), possible, run);
    }

    public Action when(ObservableBooleanValue condition) {
        return new Action(key, shortcut, condition, run);
    }
}
