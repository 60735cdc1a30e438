package dev.biglittle.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.biglittle.app.settings.Settings.Place;
import java.util.List;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;

class WindowPlaceTest {
    private static final Rectangle2D LEFT = new Rectangle2D(0, 0, 1920, 1080);
    private static final Rectangle2D RIGHT = new Rectangle2D(1920, 0, 2560, 1440);

    private static Place place(double x, double y) {
        return new Place(x, y, 1100, 800, false);
    }

    @Test
    void aPlaceThatCanBeSeenStays() {
        assertThat(WindowPlace.correct(place(100, 50), List.of(LEFT))).isEqualTo(place(100, 50));
        assertThat(WindowPlace.correct(place(2000, 300), List.of(LEFT, RIGHT))).isEqualTo(place(2000, 300));
        assertThat(WindowPlace.correct(place(-900, 0), List.of(LEFT))).as("partly off the left edge").isEqualTo(place(-900, 0));
    }

    @Test
    void aWindowWhoseScreenIsGoneComesToTheMiddleOfTheFirst() {
        assertThat(WindowPlace.correct(place(2000, 300), List.of(LEFT))).isEqualTo(place(410, 140));
        assertThat(WindowPlace.correct(place(100, -500), List.of(LEFT))).as("title bar above the top").isEqualTo(place(410, 140));
        assertThat(WindowPlace.correct(place(100, 1075), List.of(LEFT))).isEqualTo(place(410, 140));
    }

    @Test
    void theFirstTimeItFitsOnASmallScreen() {
        Place first = WindowPlace.correct(WindowPlace.FIRST, List.of(new Rectangle2D(0, 0, 1280, 720)));
        assertThat(first).isEqualTo(new Place(80, 0, 1120, 720, false));
    }

    @Test
    void aWindowIsNoLargerThanItsScreen() {
        Place huge = new Place(10, 10, 5000, 4000, true);
        Place corrected = WindowPlace.correct(huge, List.of(LEFT));
        assertThat(corrected.width()).isEqualTo(1920);
        assertThat(corrected.height()).isEqualTo(1080);
        assertThat(corrected.maximized()).isTrue();
    }
}
