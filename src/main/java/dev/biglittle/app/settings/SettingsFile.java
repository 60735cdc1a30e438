package dev.biglittle.app.settings;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.biglittle.app.Messages;
import dev.biglittle.problem.Problem;
import dev.biglittle.problem.Reason;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Settings as JSON on disk: one object a section. Fields it does not know are kept, so that an older version does not
 * lose the settings of a newer one. A file that cannot be understood is put aside, and the program starts all the same.
 */
public final class SettingsFile {
    private static final String NAME = "settings.json";
    private static final String ASIDE = NAME + ".damaged";
    private static final Gson GSON = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().serializeNulls().create();

    private final Path file;
    /** What the file says, with what this version does not know. */
    private JsonObject known = new JsonObject();
    private boolean mayWrite = true;

    /**
     * What was read.
     *
     * @param notice a sentence for the user; empty if all is well
     */
    public record Read(Settings settings, String notice) {
    }

    /** @param folder made when settings are first written */
    public SettingsFile(Path folder) {
        file = folder.resolve(NAME);
    }

    /** Reads the file once, before anything is written. Never fails: without a sound file the defaults hold. */
    public Read read() {
        try {
            JsonObject root = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
            Settings settings = GSON.fromJson(merge(tree(Settings.DEFAULTS), root), Settings.class);
            known = root;
            return new Read(settings, "");
        } catch (NoSuchFileException e) {
            return new Read(Settings.DEFAULTS, "");
        } catch (JsonParseException | IllegalStateException | CharacterCodingException e) {
            return new Read(Settings.DEFAULTS, putAside());
        } catch (IOException e) {
            mayWrite = false;
            return new Read(Settings.DEFAULTS, Messages.text("settings.unreadable", file.toString(),
                    Reason.of(e).in(Messages.language())));
        }
    }

    private String putAside() {
        Path aside = file.resolveSibling(ASIDE);
        try {
            Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
            return Messages.text("settings.damaged", aside.toString());
        } catch (IOException e) {
            mayWrite = false;
            return Messages.text("settings.unreadable", file.toString(), Reason.of(e).in(Messages.language()));
        }
    }

    /**
     * Replaces the file as a whole, or not at all. Does nothing where the file could not be read.
     *
     * @throws Problem if it cannot be written
     */
    public synchronized void write(Settings settings) {
        if (!mayWrite) {
            return;
        }
        known = merge(known, tree(settings));
        try {
            Files.createDirectories(file.getParent());
            Path part = Files.createTempFile(file.getParent(), NAME, ".part");
            try {
                Files.writeString(part, GSON.toJson(known));
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new Problem(
                    Messages.text("settings.unwritable", file.toString(), Reason.of(e).in(Messages.language())), e);
        }
    }

    private static JsonObject tree(Settings settings) {
        return GSON.toJsonTree(settings).getAsJsonObject();
    }

    /** The first with what the second says: section by section, and in each value by value. */
    private static JsonObject merge(JsonObject first, JsonObject second) {
        JsonObject merged = first.deepCopy();
        second.entrySet().forEach(section -> {
            JsonElement before = merged.get(section.getKey());
            if (before != null && before.isJsonObject() && section.getValue().isJsonObject()) {
                section.getValue().getAsJsonObject().entrySet()
                        .forEach(value -> before.getAsJsonObject().add(value.getKey(), value.getValue()));
            } else {
                merged.add(section.getKey(), section.getValue());
            }
        });
        return merged;
    }
}
