package dev.biglittle.app;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/**
 * Every text of the window: {@code messages.properties} in English, {@code messages_de.properties} in German; another
 * language is another file beside them, and a constant in {@link dev.biglittle.app.settings.Language}.
 */
public final class Messages {
    /** Whether this is a Mac. */
    public static final boolean MAC = System.getProperty("os.name").startsWith("Mac");

    private static final Locale SYSTEM = Locale.getDefault(Locale.Category.DISPLAY);

    private static volatile ResourceBundle texts = texts(Locale.ENGLISH);
    private static volatile Locale language = Locale.ENGLISH;

    private Messages() {
    }

    /** Chooses the language, once, before the window is made: texts that are shown already stay as they are. */
    public static void speak(Locale chosen) {
        texts = texts(chosen);
        language = chosen;
        // JavaFX has texts of its own, such as those of a text field's menu
        Locale.setDefault(chosen);
    }

    /** The language of the system. */
    public static Locale system() {
        return SYSTEM;
    }

    // no fallback: else the system's language would come before the file without a language, which is the English one;
    // asked for by name, English would be searched for in every jar
    private static ResourceBundle texts(Locale language) {
        return ResourceBundle.getBundle("dev.biglittle.app.messages",
                language.equals(Locale.ENGLISH) ? Locale.ROOT : language,
                Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    }

    /** The language the window speaks. */
    public static Locale language() {
        return language;
    }

    /**
     * The text of that key.
     *
     * @param values fill {0}, {1} and so on; numbers come formatted already, as strings
     */
    public static String text(String key, String... values) {
        String text = forSystem(texts.getString(key), MAC);
        return values.length == 0 ? text : new MessageFormat(text, language).format(values);
    }

    /** The files name keys as they are on Windows and Linux. On a Mac, Command takes the place of Control, and no letter is reached by Alt. */
    static String forSystem(String text, boolean mac) {
        return mac ? text.replaceAll(" \\(Alt\\+.\\)", "").replaceAll("(Ctrl|Strg)\\+(?!Tab)", "\u2318") : text;
    }

    /** Whether there is a text of that key. */
    public static boolean has(String key) {
        return texts.containsKey(key);
    }

    /** The name of a language in the window's language; the code itself where it has no name. */
    public static String language(String code) {
        return Locale.forLanguageTag(code).getDisplayLanguage(language);
    }

    /** What stands above a text in that language: its name, or the text of the key where the language is not known. */
    public static String title(String without, String code) {
        String name = language(code);
        return name.isEmpty() ? text(without) : name;
    }
}
