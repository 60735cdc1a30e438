package dev.biglittle.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.biglittle.app.example.Example;
import dev.biglittle.app.translate.Pace;
import dev.biglittle.app.translate.State;
import dev.biglittle.recording.RecordingFile;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.embed.swing.SwingFXUtils;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/** Draws the README's strip of a rollback into {@code target/pictures}: the window, step by step, on a real translation. */
class RollbackStripTest extends RealWindow {
    /** Pictures before the rollback, which show the draft grow. */
    private static final int BEFORE = 2;
    private static final int HEIGHT = 84;
    private static final int GAP = 8;

    @Test
    void aStripShowsADraftGrowFallAndBeReplaced() throws Exception {
        waitFor(State.READY);
        Example example = window.desk().examples().examples().get().stream()
                .filter(other -> other.shows().contains(Example.Shows.ROLLBACK)).findFirst().orElseThrow();
        interact(() -> {
            window.model().translation().keepGhostsProperty().set(true);
            window.desk().examples().watch(example);
        });
        waitFor(State.READY);
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> !window.model().shown().animatedProperty().get());
        Path folder = Files.createDirectories(Path.of("target/pictures"));
        RecordingFile.save(folder.resolve("rollback.biglittle"), window.model().shown().recording());
        interact(() -> {
            window.model().shown().player().paceProperty().set(Pace.STEP);
            window.model().shown().replay();
        });
        List<BufferedImage> frames = new ArrayList<>();
        boolean fell = false;
        while (!fell) {
            assertThat(window.model().stateProperty().get()).as("a rollback comes before the end").isEqualTo(State.PLAYING);
            fell = step(frames);
        }
        step(frames);
        write(frames.subList(Math.max(0, frames.size() - 2 - BEFORE), frames.size()), folder.resolve("rollback.png"));
    }

    /** Takes a step and a picture; returns whether a draft fell. */
    private boolean step(List<BufferedImage> frames) throws Exception {
        int before = window.model().translation().rolledBackProperty().get();
        interact(window.model().shown()::step);
        WaitForAsyncUtils.waitForFxEvents(10);
        WritableImage all = WaitForAsyncUtils.asyncFx(() -> stage.getScene().snapshot(null)).get();
        BufferedImage window = SwingFXUtils.fromFXImage(all, null);
        Bounds text = place("#translation");
        Bounds said = place("#message");
        int width = (int) text.getWidth();
        BufferedImage frame = new BufferedImage(width, HEIGHT + (int) said.getHeight() + GAP, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = frame.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, frame.getHeight());
        int wide = (int) Math.min(width, said.getWidth());
        graphics.drawImage(window.getSubimage((int) said.getMinX(), (int) said.getMinY(), wide, (int) said.getHeight()),
                0, 0, null);
        graphics.drawImage(window.getSubimage((int) text.getMinX(), (int) text.getMinY(), width, HEIGHT),
                0, (int) said.getHeight() + GAP, null);
        graphics.dispose();
        frames.add(frame);
        return this.window.model().translation().rolledBackProperty().get() > before;
    }

    private Bounds place(String id) {
        Node node = lookup(id).query();
        return node.localToScene(node.getBoundsInLocal());
    }

    private static void write(List<BufferedImage> frames, Path file) throws Exception {
        int height = frames.stream().mapToInt(frame -> frame.getHeight() + GAP).sum();
        BufferedImage strip = new BufferedImage(frames.get(0).getWidth(), height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = strip.createGraphics();
        graphics.setColor(new Color(0xd1d9e0));
        graphics.fillRect(0, 0, strip.getWidth(), height);
        int y = 0;
        for (BufferedImage frame : frames) {
            graphics.drawImage(frame, 0, y, null);
            y += frame.getHeight() + GAP;
        }
        graphics.dispose();
        assertThat(ImageIO.write(strip, "png", file.toFile())).isTrue();
    }
}
