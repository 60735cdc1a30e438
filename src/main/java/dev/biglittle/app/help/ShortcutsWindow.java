package dev.biglittle.app.help;

import atlantafx.base.theme.Styles;
import dev.biglittle.app.Messages;
import dev.biglittle.app.control.SideWindow;
import dev.biglittle.app.look.Look;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.stage.Stage;

/** Every keyboard shortcut: those of the menu bar as it is, and those that no menu shows. */
public final class ShortcutsWindow {
    /** Keys that no menu shows: {@code keys.KEY} names them, {@code keys.KEY.does} says what they do. */
    private static final List<String> OTHERS = List.of("arrows", "space", "timeline", "zoom", "page", "enter", "delete", "escape",
            "alt", "tab");

    private ShortcutsWindow() {
    }

    public static void show(List<Menu> menus, Stage owner, Look look) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("shortcuts");
        grid.setId("shortcuts");
        int row = 0;
        for (Menu menu : menus) {
            List<MenuItem> items = withShortcut(menu).toList();
            if (!items.isEmpty()) {
                heading(grid, row++, plain(menu.getText()));
            }
            for (MenuItem item : items) {
                line(grid, row++, plain(item.getText()), item.getAccelerator().getDisplayText());
            }
        }
        heading(grid, row++, Messages.text("keys.heading"));
        for (String key : OTHERS) {
            if (!key.equals("alt") || !Messages.MAC) {
                line(grid, row++, Messages.text("keys." + key + ".does"), Messages.text("keys." + key));
            }
        }
        ScrollPane scroll = new ScrollPane(grid);
        scroll.setFitToWidth(true);
        scroll.setAccessibleText(Messages.text("keys.title"));
        new SideWindow(Messages.text("keys.title"), scroll, 560, 640, owner, look).show();
    }

    private static Stream<MenuItem> withShortcut(Menu menu) {
        return menu.getItems().stream()
                .flatMap(item -> item instanceof Menu inner ? withShortcut(inner) : Stream.of(item))
                .filter(item -> item.getAccelerator() != null);
    }

    private static void heading(GridPane grid, int row, String text) {
        Label label = new Label(text);
        label.getStyleClass().add(Styles.TITLE_4);
        grid.add(label, 0, row, 2, 1);
    }

    private static void line(GridPane grid, int row, String does, String keys) {
        Label what = new Label(does);
        what.setWrapText(true);
        Label how = new Label(keys);
        how.getStyleClass().add("keys");
        how.setMinWidth(Label.USE_PREF_SIZE);
        grid.addRow(row, what, how);
    }

    private static String plain(String text) {
        // "Race (_W)": the letter is there for the mnemonic alone
        return text.replaceAll(" \\(_\\w\\)", "").replace("_", "");
    }
}
