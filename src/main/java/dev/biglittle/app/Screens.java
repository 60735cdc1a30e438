package dev.biglittle.app;

import dev.biglittle.app.control.Controls;
import dev.biglittle.app.control.Segments;
import dev.biglittle.app.menu.Action;
import dev.biglittle.app.menu.Menus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

/** The screens: one is in sight, and each keeps its state while another is. */
final class Screens {
    private final List<Screen> screens;
    private final ObjectProperty<Screen> shown = new SimpleObjectProperty<>();
    private final StackPane room = new StackPane();
    private final Map<Screen, Parent> views = new HashMap<>();

    /** @param screens the first one is shown at the start */
    Screens(List<Screen> screens) {
        this.screens = List.copyOf(screens);
        show(screens.get(0));
    }

    List<Screen> all() {
        return screens;
    }

    /** Where the screens appear. */
    StackPane room() {
        return room;
    }

    void show(Screen screen) {
        shown.set(screen);
        Parent view = views.computeIfAbsent(screen, made -> {
            Parent node = made.view().get();
            room.getChildren().add(node);
            return node;
        });
        room.getChildren().forEach(other -> other.setVisible(other == view));
    }

    /** The screen of that key. */
    void show(String key) {
        show(screens.stream().filter(screen -> screen.key().equals(key)).findFirst().orElseThrow());
    }

    /** The buttons that change the screen; nothing where there is only one. */
    HBox tabs() {
        HBox tabs = new HBox();
        tabs.getStyleClass().add("screen-tabs");
        tabs.setAlignment(Pos.CENTER);
        List<ToggleButton> buttons = new ArrayList<>();
        for (Screen screen : screens) {
            ToggleButton button = Controls.toggle("screen." + screen.key());
            button.setId("screen-" + screen.key());
            Segments.follow(button, isShown(screen), () -> show(screen));
            buttons.add(button);
        }
        Segments.join(buttons);
        if (screens.size() > 1) {
            tabs.getChildren().setAll(buttons);
        }
        return tabs;
    }

    /** The same as menu items, on Ctrl+1 and so on. */
    List<MenuItem> menuItems() {
        List<MenuItem> items = new ArrayList<>();
        for (Screen screen : screens) {
            items.add(Menus.choice(Action.of("view." + screen.key(), () -> show(screen))
                    .on("Shortcut+" + (items.size() + 1)), isShown(screen)));
        }
        return items;
    }

    private BooleanBinding isShown(Screen screen) {
        return shown.isEqualTo(screen);
    }
}
