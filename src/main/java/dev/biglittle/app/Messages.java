package dev.biglittle.app;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** Every text of the window, from {@code messages.properties}; another language is another file beside it. */
public final class Messages {
    /** The language the window speaks. */
    public static final Locale LANGUAGE = Locale.ENGLISH;

    // no fallback: else the system's language would come before the file without a language
    private static final ResourceBundle TEXTS = ResourceBundle.getBundle("dev.biglittle.app.messages", LANGUAGE,
            Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));

    private Messages() {
    }

    /**
     * The text of that key.
     *
     * @param values fill {0}, {1} and so on; numbers come formatted already, as strings
     */
    public static String text(String key, String... values) {
        String text = TEXTS.getString(key);
        return values.length == 0 ? text : new MessageFormat(text, LANGUAGE).format(values);
    }

    /** Whether there is a text of that key. */
    public static boolean has(String key) {
        return TEXTS.containsKey(key);
    }

    /** The name of a language in the window's language; the code itself where it has no name. */
    public static String language(String code) {
        return Locale.forLanguageTag(code).getDisplayLanguage(LANGUAGE);
    }
}
