package dev.biglittle.json;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.biglittle.problem.Explanation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The fields of a JSON object; whatever is missing or of the wrong kind is said with its place in the file. */
public final class Fields {
    /** Infinity, which JSON does not have. */
    public static final String INFINITY = "inf";

    /** A field that is not what it must be. The message follows the name of the file. */
    public static final class Wrong extends RuntimeException {
        private final transient Explanation what;

        /** @param key of the end of a sentence that begins with the name of the file */
        public Wrong(String key, Object... values) {
            this(Explanation.of(key, values));
        }

        private Wrong(Explanation what) {
            super(what.toString());
            this.what = what;
        }

        public Explanation what() {
            return what;
        }
    }

    private final String path;
    private final JsonObject object;

    public Fields(String path, JsonElement element) {
        if (element == null || !element.isJsonObject()) {
            throw path.isEmpty() ? new Wrong("wrong.noRoot") : new Wrong("wrong.noObjectAt", path);
        }
        this.path = path;
        this.object = element.getAsJsonObject();
    }

    public Fields object(String name) {
        return new Fields(at(name), object.get(name));
    }

    public String string(String name) {
        JsonPrimitive value = primitive(name);
        if (value == null || !value.isString()) {
            throw new Wrong("wrong.noText", at(name));
        }
        return value.getAsString();
    }

    /** Whether the field is that text, where other values are of another kind. */
    public boolean is(String name, String text) {
        JsonPrimitive value = primitive(name);
        return value != null && value.isString() && value.getAsString().equals(text);
    }

    /** Whether there is such a field and it is true. */
    public boolean isTrue(String name) {
        return object.has(name) && bool(name);
    }

    public boolean bool(String name) {
        JsonPrimitive value = primitive(name);
        if (value == null || !value.isBoolean()) {
            throw new Wrong("wrong.noBoolean", at(name));
        }
        return value.getAsBoolean();
    }

    /** A whole number of 0 or more. */
    public long count(String name) {
        return count(at(name), object.get(name));
    }

    private static long count(String place, JsonElement element) {
        double value = number(place, element);
        if (value != Math.rint(value) || value > 1L << 53) {
            throw new Wrong("wrong.noCount", place, element.getAsString());
        }
        return (long) value;
    }

    public int smallCount(String name) {
        return smallCount(at(name), object.get(name));
    }

    private static int smallCount(String place, JsonElement element) {
        long value = count(place, element);
        if (value > Integer.MAX_VALUE) {
            throw new Wrong("wrong.tooMuch", place, value);
        }
        return (int) value;
    }

    /** A number of 0 or more; "inf" for infinity. */
    public double number(String name) {
        return number(at(name), object.get(name));
    }

    private static double number(String place, JsonElement element) {
        if (element != null && element.isJsonPrimitive()) {
            JsonPrimitive value = element.getAsJsonPrimitive();
            if (value.isString() && value.getAsString().equals(INFINITY)) {
                return Double.POSITIVE_INFINITY;
            }
            if (value.isNumber() && value.getAsDouble() >= 0 && Double.isFinite(value.getAsDouble())) {
                return value.getAsDouble();
            }
        }
        throw new Wrong("wrong.noNumber", place);
    }

    public List<Integer> counts(String name) {
        List<Integer> counts = new ArrayList<>();
        array(name).forEach(element -> counts.add(smallCount(at(name), element)));
        return counts;
    }

    public List<String> strings(String name) {
        List<String> strings = new ArrayList<>();
        for (JsonElement element : array(name)) {
            if (!element.isJsonPrimitive() || !element.getAsJsonPrimitive().isString()) {
                throw new Wrong("wrong.noTexts", at(name));
            }
            strings.add(element.getAsString());
        }
        return strings;
    }

    public <T> List<T> objects(String name, Function<Fields, T> read) {
        List<T> objects = new ArrayList<>();
        JsonArray array = array(name);
        for (int i = 0; i < array.size(); i++) {
            objects.add(read.apply(new Fields(at(name) + "[" + i + "]", array.get(i))));
        }
        return objects;
    }

    private JsonArray array(String name) {
        JsonElement element = object.get(name);
        if (element == null || !element.isJsonArray()) {
            throw new Wrong("wrong.noList", at(name));
        }
        return element.getAsJsonArray();
    }

    private JsonPrimitive primitive(String name) {
        JsonElement element = object.get(name);
        return element != null && element.isJsonPrimitive() ? element.getAsJsonPrimitive() : null;
    }

    private String at(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    /** Something is wrong with this object. */
    public Wrong wrong(String key, Object... values) {
        return new Wrong("wrong.at", Explanation.of(key, values), path);
    }
}
