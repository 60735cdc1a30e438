package dev.biglittle.app.marked;

import static org.assertj.core.api.Assertions.assertThat;

import dev.biglittle.app.Collected;
import dev.biglittle.app.Events;
import dev.biglittle.app.look.Look;
import dev.biglittle.app.look.Theme;
import dev.biglittle.decode.Policy;
import java.lang.ref.WeakReference;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;

class MarkedPageTest extends ApplicationTest {
    private final Look look = new Look();

    @Override
    public void start(Stage stage) {
    }

    @Test
    void aPageThatWasDrawnIsNotKeptAliveByTheLook() throws InterruptedException {
        assertThat(look.marks().get().palette()).isSameAs(look.marks().get().palette());
        WeakReference<MarkedPage> drawn = new WeakReference<>(
                new MarkedPage(Events.house(), Policy.bigLittle(0.5, 3, 10), look));
        look.themeProperty().set(Theme.DARK);
        Collected.await(drawn);
    }
}
