package dev.biglittle.app;

import dev.biglittle.app.file.DocumentViewModel;
import dev.biglittle.app.help.AboutWindow;
import dev.biglittle.app.help.ShortcutsWindow;
import dev.biglittle.app.menu.Action;
import dev.biglittle.app.menu.EditActions;
import dev.biglittle.app.menu.Menus;
import dev.biglittle.app.settings.Settings.ThemeChoice;
import dev.biglittle.app.settings.SettingsWindow.Page;
import dev.biglittle.app.share.Picture;
import dev.biglittle.app.share.ShareViewModel;
import dev.biglittle.app.translate.Pace;
import dev.biglittle.app.translate.TranslateViewModel;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;

/**
 * The menu bar: everything it holds is listed here. To add an item, add a line to its menu and its text
 * {@code menu.KEY} to the messages.
 */
final class WindowMenu {
    private final MainWindow window;
    private final TranslateViewModel model;
    private final Stage stage;

    WindowMenu(MainWindow window, Stage stage) {
        this.window = window;
        this.model = window.model();
        this.stage = stage;
    }

    MenuBar bar() {
        MenuBar bar = new MenuBar(file(), edit(), view(), explain(), tools());
        bar.getMenus().add(help(bar));
        bar.setUseSystemMenuBar(true);
        return bar;
    }

    private Menu file() {
        DocumentViewModel documents = window.desk().documents();
        ShareViewModel share = window.desk().share();
        return Menus.menu("file",
                Menus.item(Action.of("file.open", documents::open).on("Shortcut+O")),
                Menus.item(Action.of("file.save", documents::save).on("Shortcut+S")
                        .when(model.translation().emptyProperty().or(model.shown().growingProperty()).not())),
                Menus.item(Action.of("file.translate", documents::translateFile).on("Shortcut+Shift+O")
                        .when(window.desk().fileTranslation().runningProperty().not())),
                Menus.separator(),
                Menus.item(Action.of("file.openRecording", share::open).on("Shortcut+R")),
                Menus.item(Action.of("file.saveRecording", share::saveRecording).when(model.shown().replayableProperty())),
                Menus.item(Action.of("file.savePage", share::savePage).when(model.shown().replayableProperty())),
                Menus.item(Action.of("file.savePicture",
                        () -> share.savePicture(recording -> Picture.of(recording, window.look())))
                        .when(model.shown().replayableProperty())),
                Menus.separator(),
                Menus.item(Action.of("file.quit", stage::close).on("Shortcut+Q")));
    }

    private Menu edit() {
        Menu menu = Menus.menu("edit", new EditActions(stage::getScene).items());
        menu.getItems().addAll(Menus.separator(),
                Menus.item(Action.of("edit.clear", window.desk().documents()::clear).on("Shortcut+Shift+Delete")
                        .when(model.sourceProperty().isNotEmpty())),
                Menus.item(Action.of("edit.joinLines", window.desk().documents()::joinLines).on("Shortcut+J")
                        .when(model.sourceProperty().isNotEmpty())),
                Menus.item(Action.of("edit.history", window.history()::open).on("Shortcut+Shift+H")));
        return menu;
    }

    private Menu view() {
        Menu menu = Menus.menu("view");
        List<MenuItem> screens = window.screens().menuItems();
        menu.getItems().addAll(screens);
        menu.getItems().addAll(
                Menus.separator(),
                theme(),
                Menus.item(Action.of("view.larger", window.appearance()::larger).on("Shortcut+Plus")),
                Menus.item(Action.of("view.smaller", window.appearance()::smaller).on("Shortcut+Minus")),
                Menus.item(Action.of("view.usualSize", window.appearance()::usualSize).on("Shortcut+0")),
                Menus.separator(),
                Menus.check("view.timeline", window.look().timelineProperty()),
                Menus.check("view.thresholds", window.look().thresholdsProperty()),
                Menus.check("view.marks", window.look().markedProperty()),
                Menus.check("view.together", window.desk().scrollTogetherProperty()),
                Menus.check("view.rolledBack", model.translation().keepGhostsProperty()));
        alsoOn(window.appearance()::larger, "Shortcut+Shift+Plus", "Shortcut+Equals", "Shortcut+Shift+Equals",
                "Shortcut+Add");
        alsoOn(window.appearance()::smaller, "Shortcut+Subtract");
        alsoOn(window.appearance()::usualSize, "Shortcut+Numpad 0");
        return menu;
    }

    /** Keys that an item has besides its own: where plus is on another key, and those of the number pad. */
    private void alsoOn(Runnable run, String... shortcuts) {
        for (String shortcut : shortcuts) {
            stage.getScene().getAccelerators().put(KeyCombination.valueOf(shortcut), run);
        }
    }

    private Menu theme() {
        Menu menu = Menus.menu("view.theme");
        for (ThemeChoice choice : ThemeChoice.values()) {
            menu.getItems().add(Menus.choice(Action.of("view.theme." + choice,
                            () -> window.appearance().themeProperty().set(choice)),
                    window.appearance().themeProperty().isEqualTo(choice)));
        }
        return menu;
    }

    private Menu explain() {
        Menu menu = Menus.menu("explain");
        for (Pace pace : Pace.values()) {
            menu.getItems().add(Menus.choice(Action.of("explain." + pace, () -> model.shown().player().paceProperty().set(pace)),
                    model.shown().player().paceProperty().isEqualTo(pace)));
        }
        menu.getItems().add(Menus.item(Action.of("explain.step", model.shown()::step).on("F10").when(Bindings.createBooleanBinding(
                () -> model.shown().player().paceProperty().get() == Pace.STEP && model.stateProperty().get().isBusy(),
                model.shown().player().paceProperty(), model.stateProperty()))));
        menu.getItems().addAll(
                Menus.item(Action.of("explain.back", model.shown()::stepBack).on("F9").when(Bindings.createBooleanBinding(
                        () -> model.stateProperty().get().isBusy() || model.shown().replayableProperty().get(),
                        model.stateProperty(), model.shown().replayableProperty()))),
                Menus.item(Action.of("explain.again", model.shown()::replay).on("F8").when(model.shown().replayableProperty())));
        return menu;
    }

    private Menu tools() {
        return Menus.menu("tools",
                Menus.item(Action.of("tools.translate", model::translate).on("Shortcut+Enter")),
                Menus.check("tools.whileTyping", window.desk().typing().enabledProperty()),
                Menus.item(Action.of("tools.cancel", model::cancel).when(Bindings.createBooleanBinding(
                        () -> model.stateProperty().get().isBusy(), model.stateProperty()))),
                Menus.separator(),
                Menus.item(Action.of("tools.pairs", () -> window.settingsWindow().show(Page.PAIRS))),
                Menus.item(Action.of("tools.computer", () -> window.settingsWindow().show(Page.COMPUTER))),
                Menus.item(Action.of("tools.settings", () -> window.settingsWindow().show(Page.APPEARANCE))
                        .on("Shortcut+Comma")));
    }

    private Menu help(MenuBar bar) {
        return Menus.menu("help",
                Menus.item(Action.of("help.shortcuts",
                        () -> ShortcutsWindow.show(bar.getMenus(), stage, window.look())).on("F1")),
                Menus.item(Action.of("help.about", () -> AboutWindow.show(stage, window.look()))));
    }
}
