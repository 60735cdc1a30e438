package dev.biglittle.app.example;

import com.google.gson.JsonParser;
import dev.biglittle.decode.Mode;
import dev.biglittle.json.Fields;
import dev.biglittle.recording.Recording;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the examples from {@code examples-LANGUAGE.json} beside this class: one file for each source language. */
public final class Examples {
    private Examples() {
    }

    /**
     * The examples in a language.
     *
     * @param sourceLanguage ISO 639 code
     * @param window         the language their names and sentences are in, if there is one in it; else English
     * @return none for a language without examples
     */
    public static List<Example> in(String sourceLanguage, Locale window) {
        try (InputStream in = Examples.class.getResourceAsStream("examples-" + sourceLanguage + ".json")) {
            return in == null ? List.of() : new Fields("", JsonParser.parseString(
                    new String(in.readAllBytes(), StandardCharsets.UTF_8))).objects("examples",
                    example -> example(example, window.getLanguage().equals("de") ? "de" : "en"));
        } catch (IOException e) {
            throw new IllegalStateException("the program's own jar cannot be read", e);
        }
    }

    private static Example example(Fields fields, String language) {
        Set<Example.Shows> shows = fields.strings("shows").stream()
                .map(name -> Example.Shows.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_')))
                .collect(Collectors.toUnmodifiableSet());
        return new Example(fields.object("name").string(language), fields.object("watch").string(language),
                fields.string("text"), new Recording.Settings(Mode.of(fields.string("mode")), fields.number("fallback"),
                fields.number("rollback"), fields.smallCount("maxRun")), shows);
    }
}
