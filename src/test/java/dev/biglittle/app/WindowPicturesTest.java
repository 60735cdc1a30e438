package dev.biglittle.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.biglittle.app.look.Theme;
import dev.biglittle.app.translate.State;
import dev.biglittle.decode.Origin;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/** Draws the README's pictures into {@code target/pictures}, and checks that they show what they are meant to show. */
class WindowPicturesTest extends RealWindow {
    private static final String TEXT = """
            Letzte Woche haben wir mit dem Zug meine Großmutter besucht. Sie wohnt in einem kleinen Haus am Meer, \
            und wir haben den ganzen Abend über alte Zeiten gesprochen.

            Am nächsten Morgen war das Wetter so schön, dass wir am Strand gefrühstückt haben. Die Kinder wollten \
            gar nicht mehr nach Hause fahren. Könnten Sie mir bitte sagen, wo der Bahnhof ist?

            Die Regierung hat beschlossen, mehr Geld für Schulen und Krankenhäuser auszugeben.
            """;

    @Test
    void picturesShowEveryOriginInBothThemes() throws Exception {
        waitFor(State.READY);
        interact(() -> {
            window.model().sourceProperty().set(TEXT);
            window.model().thresholds().fallbackProperty().set(0.4);
            window.model().thresholds().rollbackPositionProperty().set(1.0);
            window.model().thresholds().confidentRunProperty().set(false);
            window.model().thresholds().maxRunProperty().set(4);
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

    private void picture(String name) throws Exception {
        WaitForAsyncUtils.waitForFxEvents(10);
        WritableImage image = WaitForAsyncUtils.asyncFx(() -> stage.getScene().snapshot(null)).get();
        Path file = Files.createDirectories(Path.of("target/pictures")).resolve(name + ".png");
        ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", file.toFile());
        assertThat(file).isNotEmptyFile();
    }
}
