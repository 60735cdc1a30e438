package dev.biglittle.app.menu;

import dev.biglittle.app.Messages;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** Makes menus whose texts, with mnemonics, are messages: {@code menu.KEY}. */
public final class Menus {
    private Menus() {
    }

    public static Menu menu(String key, MenuItem... items) {
        Menu menu = new Menu("", null, items);
        return named(menu, key);
    }

    public static MenuItem item(Action action) {
        MenuItem item = named(new MenuItem(), action.key());
        item.setAccelerator(action.shortcut());
        enable(item, action.possible());
        item.setOnAction(event -> action.run().run());
        return item;
    }

    /** An item with a tick. */
    public static CheckMenuItem check(String key, BooleanProperty value) {
        CheckMenuItem item = named(new CheckMenuItem(), key);
        item.selectedProperty().bindBidirectional(value);
        return item;
    }

    /** One of several items of which one is chosen; the choice is kept elsewhere. */
    public static RadioMenuItem choice(Action action, ObservableBooleanValue chosen) {
        RadioMenuItem item = named(new RadioMenuItem(), action.key());
        item.setAccelerator(action.shortcut());
        enable(item, action.possible());
        item.setSelected(chosen.get());
        chosen.addListener((property, was, is) -> item.setSelected(is));
        item.setOnAction(event -> {
            action.run().run();
            item.setSelected(chosen.get());
        });
        // keeps the condition alive, which otherwise only a weak reference holds
        item.setUserData(chosen);
        return item;
    }

    public static SeparatorMenuItem separator() {
        return new SeparatorMenuItem();
    }

    private static void enable(MenuItem item, ObservableBooleanValue possible) {
        item.disableProperty().bind(Bindings.not(possible));
    }

    private static <M extends MenuItem> M named(M item, String key) {
        item.setId("menu-" + key.replace('.', '-'));
        item.setText(Messages.text("menu." + key));
        item.setMnemonicParsing(true);
        return item;
    }
}
