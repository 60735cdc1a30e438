package dev.biglittle.app;

import dev.biglittle.app.settings.Settings.Place;
import dev.biglittle.app.settings.SettingsStore;
import java.util.List;
import javafx.beans.value.ObservableIntegerValue;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;

/** Opens the window where it was closed; if its screen is gone since, where it can be seen. */
final class WindowPlace {
    /** A window of which less than this is on a screen, in pixels, cannot be caught by its title bar. */
    private static final double LEAST_SEEN = 80;

    /** At the first start, in pixels; nowhere on any screen. */
    static final Place FIRST = new Place(Integer.MIN_VALUE, Integer.MIN_VALUE, 1120, 800, false);

    /** The window's least size with letters of the usual size, in pixels. */
    private static final double LEAST_WIDTH = 980;
    private static final double LEAST_HEIGHT = 620;
    /** The same for other sizes, in sizes of its letters. */
    private static final double LEAST_WIDTH_IN_LETTERS = 62;
    private static final double LEAST_HEIGHT_IN_LETTERS = 38;

    /** Where it was when it was last not maximized. */
    private Place last;

    /** Call before the stage is shown. */
    void keep(Stage stage, SettingsStore settings) {
        Place place = settings.get().window();
        List<Rectangle2D> screens = Screen.getScreens().stream().map(Screen::getVisualBounds).toList();
        if (place == null) {
            Place first = correct(FIRST, screens);
            // the desktop says where
            stage.setWidth(first.width());
            stage.setHeight(first.height());
        } else {
            Place corrected = correct(place, screens);
            stage.setX(corrected.x());
            stage.setY(corrected.y());
            stage.setWidth(corrected.width());
            stage.setHeight(corrected.height());
            stage.setMaximized(corrected.maximized());
            last = corrected;
        }
        stage.xProperty().addListener((property, was, is) -> moved(stage));
        stage.yProperty().addListener((property, was, is) -> moved(stage));
        stage.widthProperty().addListener((property, was, is) -> moved(stage));
        stage.heightProperty().addListener((property, was, is) -> moved(stage));
        stage.addEventHandler(WindowEvent.WINDOW_HIDING, event -> {
            moved(stage);
            if (last != null) {
                settings.change(before -> before.with(new Place(last.x(), last.y(), last.width(), last.height(),
                        stage.isMaximized())));
            }
        });
    }

    /** Keeps the window large enough for its letters, as far as the screen goes. */
    void fit(Stage stage, ObservableIntegerValue fontSize) {
        fontSize.addListener((property, was, is) -> fit(stage, is.intValue()));
        fit(stage, fontSize.get());
    }

    private static void fit(Stage stage, int fontSize) {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        stage.setMinWidth(Math.min(screen.getWidth(), Math.max(LEAST_WIDTH, LEAST_WIDTH_IN_LETTERS * fontSize)));
        stage.setMinHeight(Math.min(screen.getHeight(), Math.max(LEAST_HEIGHT, LEAST_HEIGHT_IN_LETTERS * fontSize)));
    }

    private void moved(Stage stage) {
        if (stage.isShowing() && !stage.isMaximized() && !stage.isIconified() && !stage.isFullScreen()) {
            last = new Place(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), false);
        }
    }

    /**
     * The same place, if enough of its top can be seen; else the middle of the first screen.
     *
     * @param screens what the desktop leaves of each, at least one
     */
    static Place correct(Place place, List<Rectangle2D> screens) {
        Rectangle2D home = screens.stream().filter(screen -> seen(place, screen)).findFirst().orElse(null);
        boolean lost = home == null;
        Rectangle2D screen = lost ? screens.get(0) : home;
        double width = Math.min(place.width(), screen.getWidth());
        double height = Math.min(place.height(), screen.getHeight());
        return new Place(lost ? screen.getMinX() + (screen.getWidth() - width) / 2 : place.x(),
                lost ? screen.getMinY() + (screen.getHeight() - height) / 2 : place.y(), width, height,
                place.maximized());
    }

    private static boolean seen(Place place, Rectangle2D screen) {
        double across = Math.min(place.x() + place.width(), screen.getMaxX()) - Math.max(place.x(), screen.getMinX());
        return across >= LEAST_SEEN && place.y() >= screen.getMinY() && place.y() <= screen.getMaxY() - LEAST_SEEN;
    }
}
