package dev.biglittle.app;

import dev.biglittle.onnx.RuntimeSettings;
import dev.biglittle.problem.Problem;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuBar;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;
import javafx.stage.Window;

/** The application's window, opened in this process and used from a thread of its own. */
final class OpenedWindow {
    private OpenedWindow() {
    }

    /** What is done to the window. */
    interface Use {
        void run() throws InterruptedException;
    }

    /** Opens the window and returns when it is closed; meanwhile {@code use} runs. */
    static void open(Use use) {
        start(use);
        try {
            BigLittleApp.open(null, kept -> RuntimeSettings.defaults(), null);
            System.out.println("closed");
        } catch (Problem problem) {
            System.err.println(problem.getMessage());
            System.exit(1);
        }
    }

    static void start(Use use) {
        Thread user = new Thread(() -> {
            try {
                use.run();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        user.setDaemon(true);
        user.start();
    }

    static void waitUntilReady() throws InterruptedException {
        waitFor("Ready");
    }

    /** @param beginning of the sentence that says how things stand */
    static void waitFor(String beginning) throws InterruptedException {
        while (Window.getWindows().isEmpty() || !message().startsWith(beginning)) {
            Thread.sleep(50);
        }
    }

    static void translate(String text) throws InterruptedException {
        onFxThread(() -> {
            Scene scene = Window.getWindows().get(0).getScene();
            ((TextInputControl) scene.lookup("#source")).setText(text);
            ((ButtonBase) scene.lookup("#translate")).fire();
        });
    }

    static void choose(Stage stage, String id) throws InterruptedException {
        onFxThread(() -> ((MenuBar) stage.getScene().lookup(".menu-bar")).getMenus().stream()
                .flatMap(menu -> menu.getItems().stream()).filter(item -> id.equals(item.getId()))
                .findFirst().orElseThrow().fire());
    }

    static void close() throws InterruptedException {
        onFxThread(() -> ((Stage) Window.getWindows().get(0)).close());
    }

    static String message() throws InterruptedException {
        return text("#message");
    }

    static String count() throws InterruptedException {
        return text("#count-small");
    }

    static String text(String id) throws InterruptedException {
        String[] text = new String[1];
        onFxThread(() -> text[0] = ((Labeled) Window.getWindows().get(0).getScene().lookup(id)).getText());
        return text[0];
    }

    static void onFxThread(Runnable task) throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        Platform.runLater(() -> {
            task.run();
            done.countDown();
        });
        done.await();
    }
}
