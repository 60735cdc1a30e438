package dev.biglittle.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.biglittle.app.settings.Language;
import dev.biglittle.problem.Problem;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.Properties;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javafx.scene.control.ButtonType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesTest {
    @Test
    void keysAreThoseOfTheSystem() {
        String hint = "Translate (Ctrl+Enter), copy (Alt+C), next (Ctrl+Tab)";
        assertThat(Messages.forSystem(hint, false)).isEqualTo(hint);
        assertThat(Messages.forSystem(hint, true)).isEqualTo("Translate (\u2318Enter), copy, next (Ctrl+Tab)");
        assertThat(Messages.forSystem("Strg+Eingabe", true)).isEqualTo("\u2318Eingabe");
    }

    /** Texts that are seen beside the menu bar and beside nothing else: a window's, or a screen's. */
    private static final Set<String> SCREENS = Set.of("race", "tradeOff");
    /** Texts of windows that have no menu bar. */
    private static final Set<String> WINDOWS = Set.of("history", "settings");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d}");

    @AfterEach
    void speakEnglish() {
        Messages.speak(Locale.ENGLISH);
    }

    @Test
    void bothLanguagesHaveTheSameKeys() throws IOException {
        assertThat(texts("_de").keySet()).containsExactlyInAnyOrderElementsOf(texts("").keySet());
    }

    @Test
    void bothLanguagesHaveTheSamePlaceholdersAndMnemonics() throws IOException {
        Map<String, String> german = texts("_de");
        texts("").forEach((key, text) -> {
            assertThat(placeholders(german.get(key))).as(key).isEqualTo(placeholders(text));
            assertThat(german.get(key).contains("_")).as("%s has an Alt key", key).isEqualTo(text.contains("_"));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "_de"})
    void noTextHasAStraightApostropheWhichWouldSwallowItsValues(String file) throws IOException {
        assertThat(texts(file)).isNotEmpty().allSatisfy((key, text) -> assertThat(text).isNotBlank().doesNotContain("'"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "_de"})
    void everyAltKeyIsTakenOnceInWhatIsSeenTogether(String file) throws IOException {
        Map<String, Map<Character, String>> taken = new HashMap<>();
        Map<String, String> texts = new TreeMap<>(texts(file));
        texts.values().removeIf(text -> !text.contains("_"));
        List<String> menus = texts.keySet().stream().filter(key -> key.matches("menu\\.\\w+")).toList();
        assertThat(menus).hasSizeGreaterThan(4);
        texts.forEach((key, text) -> {
            String place = place(key);
            Map<Character, String> keys = taken.computeIfAbsent(place, p -> new HashMap<>());
            if (!place.startsWith("menu ") && !WINDOWS.contains(place)) {
                menus.forEach(menu -> keys.put(altKey(texts.get(menu)), menu));
            }
            String other = keys.put(altKey(text), key);
            assertThat(other == null || other.equals(key)).as("%s and %s in %s", key, other, place).isTrue();
        });
    }

    /** What is seen at the same time: the items of one menu, or one screen and the menu bar. */
    private static String place(String key) {
        String[] parts = key.split("\\.");
        if (parts[0].equals("menu") && parts.length > 2) {
            return "menu " + parts[1];
        }
        return SCREENS.contains(parts[0]) || WINDOWS.contains(parts[0]) ? parts[0] : "the window";
    }

    private static char altKey(String text) {
        return Character.toLowerCase(text.charAt(text.indexOf('_') + 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "_de"})
    void theMenusThatExplanationsSendToExist(String file) throws IOException {
        Map<String, String> texts = texts(file);
        List<String> items = texts.keySet().stream().filter(key -> key.matches("menu\\.\\w+\\.\\w+"))
                .map(key -> label(texts.get(key.substring(0, key.lastIndexOf('.')))) + " > " + label(texts.get(key)))
                .toList();
        assertThat(texts(Problem.class, "explanations" + file).values()).filteredOn(text -> text.contains(" > "))
                .isNotEmpty().allSatisfy(text -> assertThat(items).anyMatch(text::contains));
    }

    /** What is read of a menu's text. */
    private static String label(String text) {
        return text.replace("_", "").replace(" …", "");
    }

    @Test
    void languagesHaveNames() {
        assertThat(Messages.language("de")).isEqualTo("German");
        assertThat(Messages.language("xx")).isEqualTo("xx");
    }

    @Test
    void speaksGerman() {
        Messages.speak(Locale.GERMAN);
        assertThat(Messages.text("menu.file")).isEqualTo("_Datei");
        assertThat(Messages.language("de")).isEqualTo("Deutsch");
        assertThat(Numbers.oneDecimal(2.5)).isEqualTo("2,5");
        assertThat(ButtonType.CANCEL.getText()).as("JavaFX's own texts").isEqualTo("Abbrechen");
        Locale system = Language.SYSTEM.locale();
        Messages.speak(system.equals(Locale.GERMAN) ? Locale.ENGLISH : Locale.GERMAN);
        assertThat(Language.SYSTEM.locale()).as("the system's language stays what it was").isEqualTo(system);
    }

    private static Set<String> placeholders(String text) {
        return new TreeSet<>(PLACEHOLDER.matcher(text).results().map(MatchResult::group).toList());
    }

    private static Map<String, String> texts(String language) throws IOException {
        return texts(Messages.class, "messages" + language);
    }

    private static Map<String, String> texts(Class<?> beside, String name) throws IOException {
        Properties texts = new Properties();
        try (var reader = new InputStreamReader(beside.getResourceAsStream(name + ".properties"),
                StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        Map<String, String> map = new HashMap<>();
        texts.forEach((key, text) -> map.put((String) key, (String) text));
        return map;
    }
}
