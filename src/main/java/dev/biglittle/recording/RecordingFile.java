package dev.biglittle.recording;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import dev.biglittle.decode.Mode;
import dev.biglittle.decode.Policy;
import dev.biglittle.folder.WholeFile;
import dev.biglittle.json.Fields;
import dev.biglittle.json.Json;
import dev.biglittle.problem.Explanation;
import dev.biglittle.problem.Problem;
import dev.biglittle.problem.Reason;
import dev.biglittle.translate.TranslationEvent;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/**
 * Recordings in files: JSON with a version, so that a later program can tell what it reads. Whoever reads one gets a
 * translation that can be played, or a {@link Problem} that says what is wrong with the file.
 */
public final class RecordingFile {
    /** How the files end. */
    public static final String EXTENSION = ".biglittle";
    /** The version that is written, and the newest that is read. */
    static final int VERSION = 1;

    /** What the field {@code format} says. */
    private static final String FORMAT = "biglittle-recording";

    private RecordingFile() {
    }

    /** Writes a file that is whole, or leaves the one before. */
    public static void save(Path file, Recording recording) {
        try {
            WholeFile.write(file, json(recording));
        } catch (IOException e) {
            throw Problem.of("recording.unwritable", file, Reason.of(e)).because(e);
        }
    }

    static String json(Recording recording) {
        Recording.MadeWith with = recording.madeWith();
        Recording.Settings settings = recording.settings();
        JsonArray events = new JsonArray();
        recording.events().forEach(event -> events.add(EventJson.of(event)));
        return Json.object().add("format", FORMAT).add("version", VERSION)
                .add("madeWith", Json.object().add("program", with.program()).add("pair", with.pair())
                        .add("sourceLanguage", with.sourceLanguage()).add("targetLanguage", with.targetLanguage())
                        .add("provider", with.provider()).add("threads", with.threads()).made())
                .add("source", recording.source())
                .add("settings", Json.object().add("mode", settings.mode().label()).add("fallback", settings.fallback())
                        .add("rollback", settings.rollback()).add("maxRun", maxRun(settings.maxRun())).made())
                .add("events", events).made().toString();
    }

    /** @throws Problem if there is no such file, or it is no recording this program can play */
    public static Recording load(Path file) {
        try {
            return read(JsonParser.parseString(Files.readString(file)));
        } catch (NoSuchFileException e) {
            throw Problem.of("file.none", file).because(e);
        } catch (CharacterCodingException e) {
            throw wrong(file, Explanation.of("wrong.notUtf8"), e);
        } catch (IOException e) {
            throw Problem.of("recording.unreadable", file, Reason.of(e)).because(e);
        } catch (JsonParseException e) {
            throw wrong(file, Explanation.of("wrong.notJson"), e);
        } catch (Fields.Wrong e) {
            throw wrong(file, e.what(), e);
        } catch (Problem e) {
            throw wrong(file, Explanation.of("wrong.settings", e.explanation()), e);
        }
    }

    private static Recording read(JsonElement root) {
        if (!(root instanceof JsonObject object) || !object.has("format")) {
            throw new Fields.Wrong("wrong.notARecording");
        }
        Fields fields = new Fields("", root);
        if (!fields.string("format").equals(FORMAT)) {
            throw new Fields.Wrong("wrong.notARecording");
        }
        if (fields.smallCount("version") != VERSION) {
            throw new Fields.Wrong("wrong.version", fields.smallCount("version"), VERSION);
        }
        Fields with = fields.object("madeWith");
        Fields settings = fields.object("settings");
        List<TranslationEvent> events = fields.objects("events", EventJson::read);
        String source = fields.string("source");
        StreamCheck.check(source, events);
        Recording recording = new Recording(new Recording.MadeWith(with.string("program"), with.string("pair"),
                with.string("sourceLanguage"), with.string("targetLanguage"), with.string("provider"),
                with.smallCount("threads")), source,
                new Recording.Settings(Mode.of(settings.string("mode")), settings.number("fallback"),
                        settings.number("rollback"), maxRun(settings)), events);
        recording.settings().policy();
        return recording;
    }

    private static JsonPrimitive maxRun(int maxRun) {
        String word = Policy.runWord(maxRun);
        return word != null ? new JsonPrimitive(word) : new JsonPrimitive(maxRun);
    }

    private static int maxRun(Fields settings) {
        return Policy.RUN_WORDS.keySet().stream().filter(word -> settings.is("maxRun", word)).findFirst()
                .map(Policy.RUN_WORDS::get).orElseGet(() -> settings.smallCount("maxRun"));
    }

    private static Problem wrong(Path file, Explanation what, Exception cause) {
        return Problem.of("recording.wrong", file, what).because(cause);
    }
}
