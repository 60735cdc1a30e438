package dev.biglittle.app;

import dev.biglittle.app.engine.TranslationWorker;
import dev.biglittle.app.file.FileDialogs;
import dev.biglittle.app.file.SystemFileDialogs;
import dev.biglittle.app.history.HistoryWindow;
import dev.biglittle.app.look.Look;
import dev.biglittle.app.look.SystemTheme;
import dev.biglittle.app.look.Theme;
import dev.biglittle.app.menu.Action;
import dev.biglittle.app.settings.AppearanceViewModel;
import dev.biglittle.app.settings.LookSettings;
import dev.biglittle.app.settings.Settings.ThemeChoice;
import dev.biglittle.app.settings.SettingsStore;
import dev.biglittle.app.settings.SettingsWindow;
import dev.biglittle.app.translate.Desk;
import dev.biglittle.app.translate.TranslateView;
import dev.biglittle.app.translate.TranslateViewModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
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

    /**
     * For what may block and is not translating; one task at a time, and none keeps the program from ending. What comes
     * after the window was closed, such as the measurements of a pair that was loaded meanwhile, has nobody to show it to.
     */
    private final ExecutorService background = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(), task -> {
                Thread worker = new Thread(task, "background");
                worker.setDaemon(true);
                return worker;
            }, new ThreadPoolExecutor.DiscardPolicy());

    private final FxThread thread = new FxThread();
    private final SettingsStore settings;
    private final Failures failures = new Failures();
    private final Look look = new Look();
    private final LookSettings lookSettings;
    private final AppearanceViewModel appearance;
    private final TranslateViewModel model;
    private final Desk desk;
    private final ExplainScreens explain;
    private FileDialogs dialogs;
    private Stage stage;
    private Runnable restart = () -> { };
    private HistoryWindow history;
    private Screens screens;
    private SettingsWindow settingsWindow;

    /**
     * @param worker   closed by the caller, after the window
     * @param settings closed by the caller, after the window
     * @param data     folder of what the user has made
     */
    public MainWindow(TranslationWorker worker, SettingsStore settings, Path data) {
        this.settings = settings;
        lookSettings = new LookSettings(settings, look);
        appearance = new AppearanceViewModel(settings);
        model = new TranslateViewModel(worker, thread, System::nanoTime);
        desk = new Desk(model, worker, data, thread, thread, () -> dialogs, failures::report);
        thread.everyFrame(model.shown().animatedProperty(), model.shown()::frame);
        model.failureProperty().addListener((property, was, is) -> {
            failures.clear(was);
            if (is != null) {
                failures.report(is, model::retry);
            }
        });
        settings.keep(desk.typing().enabledProperty(), kept -> kept.texts().translateWhileTyping(),
                (kept, is) -> kept.with(kept.texts().withTranslateWhileTyping(is)));
        settings.keep(desk.scrollTogetherProperty(), kept -> kept.texts().scrollTogether(),
                (kept, is) -> kept.with(kept.texts().withScrollTogether(is)));
        settings.keep(desk.history().keptProperty(), kept -> kept.texts().keepHistory(),
                (kept, is) -> kept.with(kept.texts().withKeepHistory(is)));
        settings.keep(model.translation().keepGhostsProperty(), kept -> kept.appearance().rolledBack(),
                (kept, is) -> kept.with(kept.appearance().withRolledBack(is)));
        explain = new ExplainScreens(worker, thread, model, desk, failures, background);
        settings.setOnFailed(cause -> thread.execute(() -> failures.report(cause)));
        settings.settingsProperty().addListener((property, was, is) -> {
            if (was.appearance().theme() != is.appearance().theme()) {
                followDesktop(true);
            }
            if (!was.models().engine().equals(is.models().engine())) {
                explain.raceModel().cancel();
                model.loadAnew();
            }
        });
    }

    public void show(Stage stage) {
        this.stage = stage;
        dialogs = new SystemFileDialogs(stage);
        look.themeProperty().addListener((property, was, is) -> dress(is));
        dress(look.themeProperty().get());
        BorderPane root = new BorderPane();
        root.getStylesheets().add(MainWindow.class.getResource("window.css").toExternalForm());
        root.styleProperty().bind(look.rootStyle());
        Scene scene = new Scene(root);
        scene.fillProperty().bind(look.marks().map(marks -> marks.palette().paper()));
        stage.setTitle(Messages.text("app.title"));
        stage.setScene(scene);
        WindowPlace place = new WindowPlace();
        place.fit(stage, look.fontSizeProperty());
        place.keep(stage, settings);
        stage.focusedProperty().addListener((property, was, is) -> followDesktop(is));
        TranslateView translate = fill(root);
        stage.show();
        translate.focusSource();
        if (!settings.notice().isEmpty()) {
            failures.report(new Failure(settings::notice, ""), null);
        }
        thread.afterFrame(this::begin);
    }

    private TranslateView fill(BorderPane root) {
        TranslateView translate = new TranslateView(model, desk, look);
        history = new HistoryWindow(desk.history(), desk::bringBack, look, stage);
        List<Screen> all = new ArrayList<>(List.of(new Screen("translate", () -> translate)));
        all.addAll(explain.screens(look, () -> dialogs));
        screens = new Screens(all);
        root.setCenter(screens.room());
        root.setTop(new VBox(header(new WindowMenu(this, stage).bar()), new FailureBanner(failures)));
        return translate;
    }

    /** What the window's first picture is not to wait for. */
    private void begin() {
        model.load();
        desk.history().load();
        background.execute(() -> {
            List<Image> icons = icons();
            thread.execute(() -> stage.getIcons().setAll(icons));
        });
    }

    /** The desktop may have turned dark while the window was not in use. */
    private void followDesktop(boolean focused) {
        if (focused && settings.get().appearance().theme() == ThemeChoice.SYSTEM) {
            background.execute(() -> {
                Theme theme = SystemTheme.ask();
                thread.execute(() -> lookSettings.desktopProperty().set(theme));
            });
        }
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

    /** Race and trade-off. */
    ExplainScreens explain() {
        return explain;
    }

    /** Typing, files and the history. */
    Desk desk() {
        return desk;
    }

    HistoryWindow history() {
        return history;
    }

    /** @param restart makes the window anew, with the text and the translation that are shown */
    void setRestart(Runnable restart) {
        this.restart = restart;
    }

    /** For tests, which cannot use the system's dialogs. */
    void setDialogs(FileDialogs other) {
        dialogs = other;
    }

    /**
     * Ends what is shown and what runs in the background, and waits until all is saved and at rest: were the process to
     * end while a pair is being checked, ONNX Runtime would be pulled from under it.
     */
    void close() {
        // what waits for the next step would ask for frames for ever
        model.cancel();
        explain.raceModel().cancel();
        desk.close();
        desk.awaitSaved();
        awaitBackground();
    }

    /**
     * The same from any other thread, where the process is to end at once: what was translated is kept. A window that does
     * not answer is not waited for.
     */
    void closeAtOnce() {
        CountDownLatch closed = new CountDownLatch(1);
        thread.execute(() -> {
            desk.close();
            closed.countDown();
        });
        try {
            if (closed.await(2, TimeUnit.SECONDS)) {
                desk.awaitSaved();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        awaitBackground();
    }

    private void awaitBackground() {
        background.shutdownNow();
        try {
            background.awaitTermination(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    Look look() {
        return look;
    }

    Screens screens() {
        return screens;
    }

    AppearanceViewModel appearance() {
        return appearance;
    }

    /** Made when it is first asked for: few starts of the program need it, and it reads every pair's description. */
    SettingsWindow settingsWindow() {
        if (settingsWindow == null) {
            settingsWindow = new SettingsWindow(settings, appearance, look, stage, background, thread,
                    Action.of("settings.language.restart", () -> restart.run())
                            .when(desk.fileTranslation().runningProperty().not()));
        }
        return settingsWindow;
    }

    SettingsStore settings() {
        return settings;
    }

    /** Where everything that goes wrong is reported. */
    Failures failures() {
        return failures;
    }
}
