package dev.biglittle.app;

import dev.biglittle.app.engine.TranslationWorker;
import dev.biglittle.app.file.FileDialogs;
import dev.biglittle.app.file.SystemFileDialogs;
import dev.biglittle.app.look.Look;
import dev.biglittle.app.look.Theme;
import dev.biglittle.app.settings.SettingsStore;
import dev.biglittle.app.translate.Desk;
import dev.biglittle.app.translate.TranslateView;
import dev.biglittle.app.translate.TranslateViewModel;
import java.util.List;
import java.util.stream.IntStream;
import javafx.application.Application;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.MenuBar;
import javafx.scene.image.Image;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

/** The window: menu bar, screens and the failure banner. Shows itself, and then loads the pair. */
public final class MainWindow {
    private static final int[] ICON_SIZES = {16, 24, 32, 48, 64, 128, 256};

    private final FxThread thread = new FxThread();
    private final SettingsStore settings;
    private final Failures failures = new Failures();
    private final Look look = new Look();
    private final TranslateViewModel model;
    private final Desk desk;
    private FileDialogs dialogs;
    private Screens screens;

    /**
     * @param worker   closed by the caller, after the window
     * @param settings closed by the caller, after the window
     */
    public MainWindow(TranslationWorker worker, SettingsStore settings) {
        this.settings = settings;
        model = new TranslateViewModel(worker, thread, System::nanoTime);
        desk = new Desk(model, worker, thread, thread::after, () -> dialogs, failures::report);
        thread.everyFrame(model.animatedProperty(), model::frame);
        model.failureProperty().addListener((property, was, is) -> {
            failures.clear(was);
            if (is != null) {
                failures.report(is, model::retry);
            }
        });
        settings.keep(desk.typing().enabledProperty(), kept -> kept.texts().translateWhileTyping(),
                (kept, is) -> kept.with(kept.texts().withTranslateWhileTyping(is)));
        settings.setOnFailed(cause -> thread.execute(() -> failures.report(cause)));
    }

    public void show(Stage stage) {
        dialogs = new SystemFileDialogs(stage);
        look.themeProperty().addListener((property, was, is) -> dress(is));
        dress(look.themeProperty().get());
        TranslateView translate = new TranslateView(model, desk, look);
        screens = new Screens(List.of(
                new Screen("translate", () -> translate)));
        BorderPane root = new BorderPane(screens.room());
        root.getStylesheets().add(MainWindow.class.getResource("window.css").toExternalForm());
        root.setTop(new VBox(header(new WindowMenu(this, stage).bar()), new FailureBanner(failures)));
        stage.setTitle(Messages.text("app.title"));
        stage.getIcons().setAll(icons());
        stage.setScene(new Scene(root, 1120, 800));
        stage.setMinWidth(980);
        stage.setMinHeight(620);
        stage.show();
        if (!settings.notice().isEmpty()) {
            failures.report(new Failure(settings.notice(), ""), null);
        }
        translate.focusSource();
        model.load();
    }

    private HBox header(MenuBar menu) {
        HBox.setHgrow(menu, Priority.ALWAYS);
        HBox header = new HBox(menu, screens.tabs());
        header.getStyleClass().add("header");
        header.setAlignment(Pos.CENTER_LEFT);
        return header;
    }

    private static void dress(Theme theme) {
        Application.setUserAgentStylesheet(theme.stylesheet());
    }

    private static List<Image> icons() {
        return IntStream.of(ICON_SIZES)
                .mapToObj(size -> MainWindow.class.getResource("icons/biglittle-" + size + ".png").toExternalForm())
                .map(Image::new).toList();
    }

    /** What the translation screen shows. */
    TranslateViewModel model() {
        return model;
    }

    /** Typing and files. */
    Desk desk() {
        return desk;
    }

    /** For tests, which cannot use the system's dialogs. */
    void setDialogs(FileDialogs other) {
        dialogs = other;
    }

    /** Ends what runs in the background. */
    void close() {
        desk.close();
    }

    Look look() {
        return look;
    }

    Screens screens() {
        return screens;
    }

    SettingsStore settings() {
        return settings;
    }

    /** Where everything that goes wrong is reported. */
    Failures failures() {
        return failures;
    }
}
