package dev.biglittle.app.settings;

import dev.biglittle.app.Messages;
import java.util.Locale;

/** The languages the window speaks. */
public enum Language {
    /** The system's, if the window speaks it; else English. */
    SYSTEM(null), ENGLISH(Locale.ENGLISH), GERMAN(Locale.GERMAN);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    public Locale locale() {
        return locale != null ? locale : of(Messages.system());
    }

    private static Locale of(Locale system) {
        return system.getLanguage().equals(Locale.GERMAN.getLanguage()) ? Locale.GERMAN : Locale.ENGLISH;
    }
}
