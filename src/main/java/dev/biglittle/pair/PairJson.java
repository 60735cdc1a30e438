package dev.biglittle.pair;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import dev.biglittle.onnx.DecoderShape;
import dev.biglittle.pair.PairDescription.FileDigest;
import dev.biglittle.problem.Explanation;
import dev.biglittle.problem.Problem;
import dev.biglittle.problem.Reason;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code pair.json}; every complaint names the file and the field. */
final class PairJson {
    private static final int FORMAT = 1;
    /** Longest runs that are no count, as a policy has them, which is built from a preset later. */
    private static final Map<String, Integer> RUN_WORDS = Map.of("auto", Integer.MIN_VALUE,
            "confident", Integer.MIN_VALUE + 1);
    /** As great as a policy takes. */
    private static final double GREATEST_FALLBACK = 2;

    private static final Pattern PLACE = Pattern.compile("line (\\d+) column (\\d+)");

    private final Path file;

    private PairJson(Path file) {
        this.file = file;
    }

    /** Reads the description in a pair's folder. */
    static PairDescription read(Path folder) {
        Path file = folder.resolve(PairDescription.FILE);
        PairJson json = new PairJson(file);
        String text;
        try {
            text = Files.readString(file);
        } catch (NoSuchFileException e) {
            throw Problem.of("pair.none", folder, PairDescription.FILE).because(e);
        } catch (CharacterCodingException e) {
            throw json.wrong("wrong.notUtf8").because(e);
        } catch (IOException e) {
            throw json.wrong("wrong.unreadable", Reason.of(e)).because(e);
        }
        try {
            JsonElement root = JsonParser.parseString(text);
            if (!root.isJsonObject()) {
                throw json.wrong("wrong.notAnObject");
            }
            return json.description(root.getAsJsonObject());
        } catch (JsonParseException e) {
            throw json.notJson(e).because(e);
        }
    }

    private PairDescription description(JsonObject root) {
        long format = integer(root, "", "format", 1, Integer.MAX_VALUE);
        if (format != FORMAT) {
            throw wrong("wrong.format", format, FORMAT);
        }
        JsonObject ids = object(root, "", "specialIds");
        JsonObject limits = object(root, "", "limits");
        JsonObject models = object(root, "", "models");
        int vocabulary = (int) integer(root, "", "vocabularySize", 2, Integer.MAX_VALUE);
        int top = (int) integer(root, "", "topCandidates", 1, vocabulary);
        return new PairDescription(string(root, "", "name"), string(root, "", "task"),
                string(root, "", "sourceLanguage"), string(root, "", "targetLanguage"), string(root, "", "licence"),
                string(root, "", "sourcePrefix"), string(root, "", "tokenizer"),
                (int) integer(ids, "specialIds.", "decoderStart", 0, vocabulary - 1),
                (int) integer(ids, "specialIds.", "endOfText", 0, vocabulary - 1), vocabulary,
                (int) integer(limits, "limits.", "sourceTokens", 2, Integer.MAX_VALUE),
                (int) integer(limits, "limits.", "targetTokens", 1, Integer.MAX_VALUE), top,
                model(models, "models.", "small", top), model(models, "models.", "large", top),
                sharedEncoder(root, ""), cuda(root, top), presets(root), speedUps(root), files(root));
    }

    private String sharedEncoder(JsonObject parent, String path) {
        return parent.has("sharedEncoder") ? string(parent, path, "sharedEncoder") : null;
    }

    private PairDescription.Variant cuda(JsonObject root, int top) {
        if (!root.has("variants") || !object(root, "", "variants").has("cuda")) {
            return null;
        }
        String path = "variants.cuda.";
        JsonObject cuda = object(object(root, "", "variants"), "variants.", "cuda");
        JsonObject models = object(cuda, path, "models");
        return new PairDescription.Variant(model(models, path + "models.", "small", top),
                model(models, path + "models.", "large", top), sharedEncoder(cuda, path));
    }

    private ModelDescription model(JsonObject models, String modelsPath, String name, int top) {
        JsonObject model = object(models, modelsPath, name);
        String path = modelsPath + name + ".";
        String weights = string(model, path, "weights");
        DecoderShape shape = new DecoderShape((int) integer(model, path, "layers", 1, 1000),
                (int) integer(model, path, "heads", 1, 10_000), (int) integer(model, path, "headSize", 1, 100_000), top,
                // who writes what is exact depends on the large model alone; the small one only proposes, and may do so faster
                name.equals("large") && ModelDescription.isEightBitArithmetic(weights) ? 2 : 1);
        return new ModelDescription(string(model, path, "encoder"), string(model, path, "decoder"), shape,
                integer(model, path, "parameters", 1, Long.MAX_VALUE), weights);
    }

    private Map<String, Preset> presets(JsonObject root) {
        Map<String, Preset> presets = new LinkedHashMap<>();
        JsonObject object = object(root, "", "presets");
        for (String name : object.keySet()) {
            JsonObject preset = object(object, "presets.", name);
            String path = "presets." + name + ".";
            double fallback = number(preset, path, "fallback");
            if (fallback > GREATEST_FALLBACK) {
                throw wrong("wrong.tooMuch", path + "fallback", fallback);
            }
            presets.put(name, new Preset(fallback, number(preset, path, "rollback"),
                    maxRun(preset, path)));
        }
        return presets;
    }

    /** A number of tokens, or the word for a run that is none. */
    private int maxRun(JsonObject preset, String path) {
        JsonPrimitive value = primitive(preset, "maxRun");
        return value != null && value.isString() && RUN_WORDS.containsKey(value.getAsString())
                ? RUN_WORDS.get(value.getAsString()) : (int) integer(preset, path, "maxRun", 0, Integer.MAX_VALUE);
    }

    /** Provenance is for people, and nothing in it must be there. */
    private static Map<String, Double> speedUps(JsonObject root) {
        Map<String, Double> speedUps = new LinkedHashMap<>();
        if (root.get("provenance") instanceof JsonObject provenance
                && provenance.get("presets") instanceof JsonObject measured) {
            measured.entrySet().forEach(entry -> {
                if (entry.getValue() instanceof JsonObject preset && primitive(preset, "speedUp") != null
                        && primitive(preset, "speedUp").isNumber()) {
                    speedUps.put(entry.getKey(), preset.get("speedUp").getAsDouble());
                }
            });
        }
        return speedUps;
    }

    private Map<String, FileDigest> files(JsonObject root) {
        Map<String, FileDigest> files = new LinkedHashMap<>();
        JsonObject object = object(root, "", "files");
        for (String name : object.keySet()) {
            JsonObject entry = object(object, "files.", name);
            String path = "files." + name + ".";
            files.put(name, new FileDigest(integer(entry, path, "bytes", 0, Long.MAX_VALUE),
                    string(entry, path, "sha256")));
        }
        return files;
    }

    private JsonObject object(JsonObject parent, String path, String name) {
        JsonElement element = parent.get(name);
        if (element == null || !element.isJsonObject()) {
            throw wrong("wrong.noObject", path + name);
        }
        return element.getAsJsonObject();
    }

    private String string(JsonObject parent, String path, String name) {
        JsonPrimitive value = primitive(parent, name);
        if (value == null || !value.isString()) {
            throw wrong("wrong.noText", path + name);
        }
        return value.getAsString();
    }

    private double number(JsonObject parent, String path, String name) {
        JsonPrimitive value = primitive(parent, name);
        if (value == null || !value.isNumber() || !Double.isFinite(value.getAsDouble()) || value.getAsDouble() < 0) {
            throw wrong("wrong.noNumber", path + name);
        }
        return value.getAsDouble();
    }

    private long integer(JsonObject parent, String path, String name, long least, long most) {
        double value = number(parent, path, name);
        if (value != Math.rint(value) || value < least || value > most) {
            throw wrong("wrong.noWholeNumber", path + name, primitive(parent, name).getAsString(), least, most);
        }
        return (long) value;
    }

    private static JsonPrimitive primitive(JsonObject parent, String name) {
        JsonElement element = parent.get(name);
        return element != null && element.isJsonPrimitive() ? element.getAsJsonPrimitive() : null;
    }

    /** Gson's messages are for programmers, but for the place that most of them name. */
    private Problem notJson(JsonParseException e) {
        Matcher place = PLACE.matcher(String.valueOf(e.getMessage()));
        return place.find() ? wrong("wrong.notJsonAt", place.group(1), place.group(2)) : wrong("wrong.notJson");
    }

    /** @param key of what is wrong, which follows the name of the file */
    private Problem wrong(String key, Object... values) {
        return Problem.of("pair.wrong", file, Explanation.of(key, values));
    }
}
