package dev.biglittle.app.history;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import com.google.gson.stream.MalformedJsonException;
import dev.biglittle.app.Messages;
import dev.biglittle.decode.Policy;
import dev.biglittle.problem.Problem;
import dev.biglittle.problem.Reason;
import dev.biglittle.recording.Recording;
import dev.biglittle.translate.EventJson;
import dev.biglittle.translate.TranslationEvent;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;

/**
 * The history on disk: one packed JSON file a translation, each written whole, so that damage to one is damage to one.
 * Methods wait for the disk and are for one thread.
 */
final class HistoryFolder {
    private static final String ENDING = ".json.gz";
    /** BCP 47's "undetermined". */
    private static final String UNKNOWN_LANGUAGE = "und";
    private static final Gson GSON = EventJson.with(new GsonBuilder()).create();

    private final Path folder;

    /** @param folder made when the first translation is kept */
    HistoryFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * What is in the folder.
     *
     * @param entries    newest first
     * @param damaged    where files now are that could not be understood
     * @param unreadable files that are there, but could not be read
     */
    record Contents(List<HistoryEntry> entries, List<Path> damaged, List<Path> unreadable) {
    }

    /** @throws Problem if the folder cannot be read */
    Contents read() {
        List<HistoryEntry> entries = new ArrayList<>();
        List<Path> damaged = new ArrayList<>();
        List<Path> unreadable = new ArrayList<>();
        for (Path file : files()) {
            try {
                entries.add(entry(file));
            } catch (JsonParseException | IllegalStateException | DateTimeException | EOFException | ZipException
                     | MalformedJsonException e) {
                putAside(file).ifPresentOrElse(damaged::add, () -> unreadable.add(file));
            } catch (IOException e) {
                unreadable.add(file);
            }
        }
        entries.sort(Comparator.comparing(HistoryEntry::time).reversed());
        return new Contents(entries, damaged, unreadable);
    }

    private List<Path> files() {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.getFileName().toString().endsWith(ENDING)).sorted().toList();
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw failed("history.unreadable", folder, e);
        }
    }

    /** Where the file is then; nowhere if it cannot be moved. */
    private static Optional<Path> putAside(Path file) {
        try {
            return Optional.of(Files.move(file, file.resolveSibling(file.getFileName() + ".damaged"),
                    StandardCopyOption.REPLACE_EXISTING));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Keeps a translation under that id, in place of what was kept under it. */
    void write(HistoryEntry entry, PastTranslation whole) {
        Path file = file(entry.id());
        try {
            Files.createDirectories(folder);
            // where the program ends amid writing, deleteAll() knows it by its name
            Path part = Files.createTempFile(folder, entry.id(), ENDING + ".part");
            try {
                try (JsonWriter out = new JsonWriter(new OutputStreamWriter(
                        new GZIPOutputStream(Files.newOutputStream(part)), StandardCharsets.UTF_8))) {
                    write(out, entry, whole);
                }
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw failed("history.unwritable", file, e);
        }
    }

    /** The events come last, so that a list of entries needs not read them. */
    private static void write(JsonWriter out, HistoryEntry entry, PastTranslation whole) throws IOException {
        out.setLenient(true);
        out.beginObject();
        out.name("time").value(entry.time().toString());
        out.name("pair").value(entry.pair());
        out.name("source").value(entry.source());
        out.name("translation").value(entry.translation());
        out.name("policy");
        GSON.toJson(whole.policy(), Policy.class, out);
        out.name("madeWith");
        GSON.toJson(whole.madeWith(), Recording.MadeWith.class, out);
        out.name("events").beginArray();
        for (TranslationEvent event : whole.events()) {
            GSON.toJson(event, TranslationEvent.class, out);
        }
        out.endArray();
        out.endObject();
    }

    /** @throws Problem if it cannot be read */
    PastTranslation read(HistoryEntry entry) {
        Path file = file(entry.id());
        try (JsonReader in = open(file)) {
            entry(entry.id(), in);
            Policy policy = GSON.fromJson(in, Policy.class);
            Recording.MadeWith madeWith = madeWith(in, entry.pair());
            List<TranslationEvent> events = new ArrayList<>();
            in.beginArray();
            while (in.hasNext()) {
                events.add(GSON.fromJson(in, TranslationEvent.class));
            }
            in.endArray();
            if (policy == null || events.isEmpty()
                    || !(events.get(events.size() - 1) instanceof TranslationEvent.Finished)) {
                throw new JsonParseException("no whole translation");
            }
            return new PastTranslation(madeWith, entry.source(), entry.translation(), policy, List.copyOf(events));
        } catch (IOException | RuntimeException e) {
            // Gson passes on whatever a policy's or an event's constructor throws
            throw failed("history.unreadable", file, e);
        }
    }

    /** Reads as far as the events. Earlier versions kept no more than the pair's name. */
    private static Recording.MadeWith madeWith(JsonReader in, String pair) throws IOException {
        String name = in.nextName();
        if (name.equals("events")) {
            return new Recording.MadeWith("", pair, UNKNOWN_LANGUAGE, UNKNOWN_LANGUAGE, "?", 0);
        }
        Recording.MadeWith madeWith = name.equals("madeWith") ? GSON.fromJson(in, Recording.MadeWith.class) : null;
        if (madeWith == null) {
            throw new JsonParseException(name + " where madeWith belongs");
        }
        expect(in, "events");
        return madeWith;
    }

    private static HistoryEntry entry(Path file) throws IOException {
        String name = file.getFileName().toString();
        try (JsonReader in = open(file)) {
            HistoryEntry entry = entry(name.substring(0, name.length() - ENDING.length()), in);
            if (in.peek() != JsonToken.BEGIN_OBJECT) {
                throw new JsonParseException("no policy");
            }
            return entry;
        }
    }

    /** Reads as far as the policy. */
    private static HistoryEntry entry(String id, JsonReader in) throws IOException {
        in.beginObject();
        Instant time = Instant.parse(string(in, "time"));
        HistoryEntry entry = new HistoryEntry(id, time, string(in, "pair"), string(in, "source"),
                string(in, "translation"));
        expect(in, "policy");
        return entry;
    }

    private static String string(JsonReader in, String name) throws IOException {
        expect(in, name);
        return in.nextString();
    }

    private static void expect(JsonReader in, String name) throws IOException {
        String found = in.nextName();
        if (!found.equals(name)) {
            throw new JsonParseException(found + " where " + name + " belongs");
        }
    }

    private static JsonReader open(Path file) throws IOException {
        JsonReader in = new JsonReader(new InputStreamReader(
                new GZIPInputStream(new BufferedInputStream(Files.newInputStream(file))), StandardCharsets.UTF_8));
        in.setLenient(true);
        return in;
    }

    void delete(HistoryEntry entry) {
        delete(file(entry.id()));
    }

    /** Deletes every translation, damaged ones and half written ones included. */
    void deleteAll() {
        try (Stream<Path> all = Files.list(folder)) {
            all.filter(file -> file.getFileName().toString().contains(ENDING)).forEach(HistoryFolder::delete);
        } catch (NoSuchFileException e) {
            // nothing was ever kept
        } catch (IOException e) {
            throw failed("history.unwritable", folder, e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw failed("history.unwritable", file, e);
        }
    }

    private Path file(String id) {
        return folder.resolve(id + ENDING);
    }

    private static Problem failed(String key, Path path, Exception e) {
        return new Problem(Messages.text(key, path.toString(), Reason.of(e).in(Messages.language())), e);
    }
}
