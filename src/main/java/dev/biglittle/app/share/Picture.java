package dev.biglittle.app.share;

import dev.biglittle.app.look.Look;
import dev.biglittle.app.look.Palette;
import dev.biglittle.app.marked.MarkedPage;
import dev.biglittle.folder.WholeFile;
import dev.biglittle.problem.Problem;
import dev.biglittle.problem.Reason;
import dev.biglittle.app.Messages;
import dev.biglittle.recording.Recording;
import dev.biglittle.translate.Transcript;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.transform.Scale;
import javax.imageio.ImageIO;
import javax.imageio.stream.FileImageOutputStream;
import javax.imageio.stream.ImageOutputStream;

/** The marked translation with its legend as a PNG picture, in the window's colours. */
public final class Picture {
    /** Pixels of the picture to a pixel of the window: letters stay sharp when enlarged. */
    private static final int SHARPNESS = 2;
    private static final double WIDTH = 900;
    /** The longest picture most programs open without trouble. */
    private static final double GREATEST_HEIGHT = 15_000;
    /** Some 25,000 go onto a picture of that height. To lay out ten times as many holds up the window for seconds. */
    private static final int MOST_CHARS = 40_000;

    private Picture() {
    }

    /**
     * Draws, on the window's thread.
     *
     * @return writes the picture to a file, on any thread
     * @throws Problem if the text is too long for a picture
     */
    public static Consumer<Path> of(Recording recording, Look look) {
        Transcript transcript = new Transcript();
        recording.events().forEach(transcript::accept);
        if (transcript.text().length() > MOST_CHARS) {
            throw tooLong();
        }
        MarkedPage page = new MarkedPage(recording.events(), recording.settings().policy(), look);
        page.setPrefWidth(WIDTH);
        Palette palette = look.marks().get().palette();
        Scene scene = new Scene(page, palette.paper());
        page.applyCss();
        double height = Math.ceil(page.prefHeight(WIDTH));
        if (height * SHARPNESS > GREATEST_HEIGHT) {
            throw tooLong();
        }
        page.resize(WIDTH, height);
        page.layout();
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setFill(palette.paper());
        parameters.setTransform(new Scale(SHARPNESS, SHARPNESS));
        WritableImage image = scene.getRoot().snapshot(parameters, null);
        return file -> write(image, file);
    }

    private static Problem tooLong() {
        return new Problem(Messages.text("share.tooLong"));
    }

    private static void write(WritableImage image, Path file) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        copy.setRGB(0, 0, width, height, pixels, 0, width);
        try {
            WholeFile.write(file, part -> {
                // given the file's name, ImageIO deletes the file and makes another
                try (ImageOutputStream out = new FileImageOutputStream(part.toFile())) {
                    if (!ImageIO.write(copy, "png", out)) {
                        throw new IOException("this Java cannot write PNG");
                    }
                }
            });
        } catch (IOException e) {
            throw new Problem(Messages.text("share.unwritable", file.toString(), Reason.of(e).in(Messages.language())), e);
        }
    }
}
