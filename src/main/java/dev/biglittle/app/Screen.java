package dev.biglittle.app;

import java.util.function.Supplier;
import javafx.scene.Parent;

/**
 * One of the window's screens. To add one, write a view and a view model in a package of their own, and add it to
 * {@link ExplainScreens#screens}, as the first is added in {@code MainWindow.fill}; its texts are {@code screen.KEY}
 * (with mnemonic) and {@code screen.KEY.hint}.
 *
 * @param key  names its texts and the id of its button, "screen-KEY"
 * @param view made when the screen is first shown
 */
public record Screen(String key, Supplier<? extends Parent> view) {
}
