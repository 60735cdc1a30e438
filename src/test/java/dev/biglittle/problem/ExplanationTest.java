package dev.biglittle.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ExplanationTest {
    private static final Pattern PLACE = Pattern.compile("\\{\\d}");
    /** A call that takes a key, up to that key; between them at most a choice of two. */
    private static final Pattern USE = Pattern.compile(
            "(?:Problem\\.of|Explanation\\.of|Wrong|\\bwrong)\\((?:file, )?(?:[\\w.()]+ \\? )?\"(\\w+\\.\\w+|verbatim)\"");
    /** The other choice. */
    private static final Pattern ELSE = Pattern.compile("^ : \"(\\w+\\.\\w+)\"");

    private record Use(Path file, String key, int values) {
    }

    @Test
    void everySentenceIsThereInBothLanguagesWithTheSameValues() throws IOException {
        Map<String, String> german = texts("_de");
        Map<String, String> english = texts("");
        assertThat(german.keySet()).isEqualTo(english.keySet());
        english.forEach((key, text) -> {
            assertThat(places(german.get(key))).as(key).isEqualTo(places(text));
            assertThat(places(text)).as("%s counts from 0", key).containsExactlyElementsOf(
                    IntStream.range(0, places(text).size()).mapToObj(i -> "{" + i + "}").toList());
            assertThat(german.get(key).isBlank()).as(key).isEqualTo(key.equals("none"));
            assertThat(german.get(key).endsWith(".")).as("%s is a sentence in both or in neither", key)
                    .isEqualTo(text.endsWith("."));
        });
    }

    @Test
    void everySentenceIsUsedAndGetsAsManyValuesAsItHasPlacesFor() throws IOException {
        Map<String, String> english = texts("");
        List<Use> uses = uses();
        assertThat(uses).hasSizeGreaterThan(60).allSatisfy(use -> {
            assertThat(english).containsKey(use.key());
            assertThat(use.values()).as("values").isEqualTo(places(english.get(use.key())).size());
        });
        Set<String> unused = new TreeSet<>(english.keySet());
        uses.forEach(use -> unused.remove(use.key()));
        assertThat(unused).as("made in Explanation itself").containsExactly("none", "verbatim");
    }

    @Test
    void explanationsWithinExplanationsSpeakTheSameLanguage() {
        Explanation why = Explanation.of("cuda.demanded", Explanation.of("cuda.noCard"));
        assertThat(why.toString()).startsWith("CUDA is not used because").endsWith("use the provider 'cpu' or 'auto'.");
        assertThat(why.in(Locale.GERMAN)).startsWith("CUDA wird nicht genutzt").contains("Prozessor");
    }

    @Test
    void whatAnExceptionSaysStaysAsItIsEvenIfItLooksLikeAPlace() {
        assertThat(Problem.of("graph.notInspected", "C:\\a{1}$1", "bad {0}")).hasMessage(
                "The graph C:\\a{1}$1 cannot be inspected: bad {0}. Get a fresh copy of the pair, or export it again.");
        assertThat(Problem.of("model.notClosed", (Object) null).in(Locale.GERMAN)).endsWith("null.");
    }

    @Test
    void whatOnlyNamesAFileIsPutIntoWords() {
        assertThat(Reason.of(new AccessDeniedException("a"))).hasToString("you have no permission");
        assertThat(Reason.of(new FileAlreadyExistsException("a"))).hasToString("there is a file of that name already");
        assertThat(Reason.of(new UncheckedIOException(new NoSuchFileException("a"))).in(Locale.GERMAN))
                .isEqualTo("diese Datei oder diesen Ordner gibt es nicht");
        assertThat(Reason.of(new IOException("No space left on device"))).hasToString("No space left on device");
        assertThat(Reason.of(new ExceptionInInitializerError())).hasToString("ExceptionInInitializerError");
    }

    @Test
    void anotherLanguageIsEnglish() {
        assertThat(Explanation.of("doctor.works").in(Locale.FRENCH)).isEqualTo("works");
    }

    private static List<Use> uses() throws IOException {
        List<Use> uses = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                // a call may go on in the next line
                String code = Files.readString(file).replaceAll("\\s+", " ");
                Matcher use = USE.matcher(code);
                while (use.find()) {
                    uses.add(new Use(file, use.group(1), values(code, use.end())));
                    Matcher other = ELSE.matcher(code.substring(use.end()));
                    if (other.find()) {
                        uses.add(new Use(file, other.group(1), values(code, use.end())));
                    }
                }
            }
        }
        return uses;
    }

    /** How many arguments follow before the call's bracket closes. */
    private static int values(String code, int from) {
        int values = 0;
        int depth = 0;
        boolean quoted = false;
        for (int i = from; depth >= 0; i++) {
            char c = code.charAt(i);
            quoted ^= c == '"';
            if (!quoted) {
                depth += c == '(' ? 1 : c == ')' ? -1 : 0;
                values += c == ',' && depth == 0 ? 1 : 0;
            }
        }
        return values;
    }

    private static Set<String> places(String text) {
        return new TreeSet<>(PLACE.matcher(text).results().map(MatchResult::group).toList());
    }

    private static Map<String, String> texts(String language) throws IOException {
        Properties texts = new Properties();
        try (var reader = new InputStreamReader(Explanation.class.getResourceAsStream(
                "explanations" + language + ".properties"), StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        Map<String, String> map = new TreeMap<>();
        texts.forEach((key, text) -> map.put((String) key, (String) text));
        return map;
    }
}
