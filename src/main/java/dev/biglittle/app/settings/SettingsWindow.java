package dev.biglittle.app.settings;

import dev.biglittle.app.Messages;
import dev.biglittle.app.control.SideWindow;
import dev.biglittle.app.look.Look;
import dev.biglittle.app.menu.Action;
import java.util.concurrent.Executor;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.stage.Stage;

/** Everything the user can choose, on three pages, beside the main window. What is chosen holds at once. */
public final class SettingsWindow {
    /** The pages. */
    public enum Page { APPEARANCE, PAIRS, COMPUTER }

    private final AppearanceViewModel appearance;
    private final PairsViewModel pairs;
    private final ComputerViewModel computer;
    private final Look look;
    private final Action restart;
    private final Stage owner;
    private final TabPane pages = new TabPane();
    private SideWindow shown;

    /**
     * @param background may block, one task at a time
     * @param window     runs tasks on the window's thread
     * @param restart    makes the window anew, in the chosen language
     */
    public SettingsWindow(SettingsStore store, AppearanceViewModel appearance, Look look, Stage owner,
                          Executor background, Executor window, Action restart) {
        this.appearance = appearance;
        this.pairs = new PairsViewModel(store, background, window);
        this.computer = new ComputerViewModel(store, background, window);
        this.look = look;
        this.restart = restart;
        this.owner = owner;
    }

    /** Shows the window, or brings it to the front, with that page. */
    public void show(Page page) {
        if (shown == null) {
            pages.setId("settings");
            pages.setAccessibleText(Messages.text("settings.title"));
            pages.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
            pages.getTabs().setAll(tab(Page.APPEARANCE, new AppearancePage(appearance, look, restart)),
                    tab(Page.PAIRS, new PairsPage(pairs)), tab(Page.COMPUTER, new ComputerPage(computer)));
            pages.getStylesheets().add(SettingsWindow.class.getResource("settings.css").toExternalForm());
            shown = new SideWindow(Messages.text("settings.title"), pages, 780, 600, owner, look);
        }
        pages.getSelectionModel().select(page.ordinal());
        shown.show();
    }

    private static Tab tab(Page page, Node content) {
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setFocusTraversable(false);
        Tab tab = new Tab(Messages.text("settings.page." + page), scroll);
        tab.setId("page-" + page);
        return tab;
    }

    public PairsViewModel pairs() {
        return pairs;
    }

    public ComputerViewModel computer() {
        return computer;
    }
}
