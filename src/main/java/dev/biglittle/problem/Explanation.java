package dev.biglittle.problem;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the engine says to people, in whichever language they read: {@code explanations.properties} in English, and beside
 * it a file for each other language.
 *
 * @param key    of the text
 * @param values take the places {0}, {1} and so on; an explanation among them is said in the same language
 */
public record Explanation(String key, List<Object> values) {
    /** Says nothing. */
    public static final Explanation NONE = new Explanation("none", List.of());

    static final String BUNDLE = "dev.biglittle.problem.explanations";
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

    public static Explanation of(String key, Object... values) {
        // what an exception says may be null
        return new Explanation(key, Arrays.stream(values).map(value -> value == null ? "null" : value).toList());
    }

    /** What is the same in every language: a name, a version, or what another program said. */
    public static Explanation verbatim(String text) {
        return text.isEmpty() ? NONE : of("verbatim", text);
    }

    public boolean isEmpty() {
        return equals(NONE);
    }

    public String in(Locale language) {
        // no fallback: else the system's language would come before the file without a language
        String text = ResourceBundle.getBundle(BUNDLE, language, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES))
                .getString(key);
        return PLACE.matcher(text).replaceAll(place -> Matcher.quoteReplacement(
                said(values.get(Integer.parseInt(place.group(1))), language)));
    }

    private static String said(Object value, Locale language) {
        return value instanceof Explanation explanation ? explanation.in(language) : String.valueOf(value);
    }

    /** In English, as the command line and logs say it. */
    @Override
    public String toString() {
        return in(Locale.ENGLISH);
    }
}
