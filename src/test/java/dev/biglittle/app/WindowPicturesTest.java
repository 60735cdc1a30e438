package dev.biglittle.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.biglittle.app.engine.PairEngine;
import dev.biglittle.app.engine.TranslationWorker;
import dev.biglittle.app.translate.State;
import dev.biglittle.app.translate.Theme;
import dev.biglittle.decode.Origin;
import dev.biglittle.onnx.RuntimeSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/** Draws the README's pictures into {@code target/pictures}, and checks that they show what they are meant to show. */
class WindowPicturesTest extends ApplicationTest {
    private static final String TEXT = """
            Letzte Woche haben wir mit dem Zug meine Großmutter besucht. Sie wohnt in einem kleinen Haus am Meer, \
            und wir haben den ganzen Abend über alte Zeiten gesprochen.

            Am nächsten Morgen war das Wetter so schön, dass wir am Strand gefrühstückt haben. Die Kinder wollten \
            gar nicht mehr nach Hause fahren. Könnten Sie mir bitte sagen, wo der Bahnhof ist?

            Die Regierung hat beschlossen, mehr Geld für Schulen und Krankenhäuser auszugeben.
            """;

    private TranslationWorker worker;
    private MainWindow window;
    private Stage stage;

    @Override
    public void start(Stage shown) {
        stage = shown;
        worker = new TranslationWorker(PairEngine.loader(null, RuntimeSettings.defaults()));
        window = new MainWindow(worker);
        window.show(shown);
    }

    @AfterEach
    void close() {
        worker.close();
    }

    @Test
    void picturesShowEveryOriginInBothThemes() throws Exception {
        waitFor(State.READY);
        interact(() -> {
            window.model().sourceProperty().set(TEXT);
            window.model().thresholds().fallbackProperty().set(0.45);
            window.model().thresholds().rollbackPositionProperty().set(2.5);
            window.model().thresholds().maxRunProperty().set(5);
            window.model().translation().keepGhostsProperty().set(true);
            window.model().translate();
        });
        waitFor(State.READY);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(window.model().translation().countProperty(Origin.SMALL).get()).isPositive();
        assertThat(window.model().translation().countProperty(Origin.FALLBACK).get()).isPositive();
        assertThat(window.model().translation().countProperty(Origin.HAND_OVER).get()).isPositive();
        assertThat(window.model().translation().countProperty(Origin.ROLLBACK).get()).isPositive();
        picture("window-light");
        interact(() -> window.look().themeProperty().set(Theme.DARK));
        picture("window-dark");
    }

    private void waitFor(State state) throws Exception {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> window.model().stateProperty().get() == state);
    }

    private void picture(String name) throws Exception {
        WaitForAsyncUtils.waitForFxEvents(10);
        WritableImage image = WaitForAsyncUtils.asyncFx(() -> stage.getScene().snapshot(null)).get();
        Path file = Files.createDirectories(Path.of("target/pictures")).resolve(name + ".png");
        ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", file.toFile());
        assertThat(file).isNotEmptyFile();
    }
}
