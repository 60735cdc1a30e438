package dev.biglittle.app;

import dev.biglittle.app.engine.TranslationWorker;
import dev.biglittle.app.look.Look;
import dev.biglittle.app.look.Theme;
import dev.biglittle.app.translate.TranslateView;
import dev.biglittle.app.translate.TranslateViewModel;
import java.util.List;
import java.util.stream.IntStream;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.stage.Stage;

/** Puts the translation screen into a window, shows it, and then loads the pair. */
public final class MainWindow {
    private static final int[] ICON_SIZES = {16, 24, 32, 48, 64, 128, 256};

    private final TranslateViewModel model;
    private final Look look = new Look();

    /** @param worker closed by the caller, after the window */
    public MainWindow(TranslationWorker worker) {
        FxThread thread = new FxThread();
        model = new TranslateViewModel(worker, thread, System::nanoTime);
        thread.everyFrame(model.animatedProperty(), model::frame);
    }

    public void show(Stage stage) {
        look.themeProperty().addListener((property, was, is) -> dress(is));
        dress(look.themeProperty().get());
        TranslateView view = new TranslateView(model, look);
        stage.setTitle(Messages.text("app.title"));
        stage.getIcons().setAll(icons());
        stage.setScene(new Scene(view, 1120, 780));
        stage.setMinWidth(980);
        stage.setMinHeight(620);
        stage.show();
        view.focusSource();
        model.load();
    }

    private static void dress(Theme theme) {
        Application.setUserAgentStylesheet(theme.stylesheet());
    }

    private static List<Image> icons() {
        return IntStream.of(ICON_SIZES)
                .mapToObj(size -> MainWindow.class.getResource("icons/biglittle-" + size + ".png").toExternalForm())
                .map(Image::new).toList();
    }

    /** What the window shows. */
    TranslateViewModel model() {
        return model;
    }

    Look look() {
        return look;
    }
}
