package dev.biglittle.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.biglittle.app.settings.Settings.Place;
import dev.biglittle.app.settings.SettingsFile;
import dev.biglittle.app.settings.SettingsStore;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationTest;

/** A window that is closed and opened again, drawn into memory. */
class KeptPlaceTest extends ApplicationTest {
    @TempDir
    Path folder;
    private SettingsStore settings;
    private Stage stage;

    @Override
    public void start(Stage shown) {
        settings = new SettingsStore(new SettingsFile(folder));
    }

    @AfterEach
    void close() {
        interact(() -> stage.close());
        settings.close();
    }

    private void open() {
        interact(() -> {
            stage = new Stage();
            stage.setScene(new Scene(new Pane(), 400, 300));
            new WindowPlace().keep(stage, settings);
            stage.show();
        });
    }

    private Place placeAfter(Consumer<Stage> use) {
        interact(() -> use.accept(stage));
        interact(() -> stage.close());
        return settings.get().window();
    }

    private static void move(Stage stage) {
        stage.setX(30);
        stage.setY(40);
        stage.setWidth(700);
        stage.setHeight(500);
    }

    @Test
    void aWindowOpensWhereItWasClosed() {
        open();
        assertThat(placeAfter(KeptPlaceTest::move)).isEqualTo(new Place(30, 40, 700, 500, false));
        open();
        assertThat(placeAfter(again -> { })).isEqualTo(new Place(30, 40, 700, 500, false));
        assertThat(new Place(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), stage.isMaximized()))
                .isEqualTo(new Place(30, 40, 700, 500, false));
    }

    @Test
    void aMaximizedWindowIsSoAgainAndKnowsTheSizeItHadBefore() {
        open();
        interact(() -> move(stage));
        assertThat(placeAfter(moved -> moved.setMaximized(true))).isEqualTo(new Place(30, 40, 700, 500, true));
        open();
        assertThat(stage.isMaximized()).isTrue();
        assertThat(placeAfter(again -> { })).isEqualTo(new Place(30, 40, 700, 500, true));
        open();
        assertThat(placeAfter(again -> again.setMaximized(false))).isEqualTo(new Place(30, 40, 700, 500, false));
    }

    @Test
    void aWindowOnAScreenThatIsGoneOpensWhereItCanBeSeen() {
        settings.change(kept -> kept.with(new Place(5000, 40, 700, 500, false)));
        open();
        assertThat(stage.getX()).isBetween(0.0, 1200.0);
        assertThat(stage.getWidth()).isEqualTo(700);
    }
}
