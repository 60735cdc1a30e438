package dev.biglittle.json;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

/** Writes a JSON object field by field. */
public final class Json {
    private final JsonObject object = new JsonObject();

    private Json() {
    }

    public static Json object() {
        return new Json();
    }

    public static Json typed(String type) {
        return new Json().add("type", type);
    }

    public Json add(String name, String value) {
        object.addProperty(name, value);
        return this;
    }

    public Json add(String name, boolean value) {
        object.addProperty(name, value);
        return this;
    }

    /** A number; infinity, which JSON does not have, as the text "inf". */
    public Json add(String name, Number value) {
        return add(name, Double.isInfinite(value.doubleValue()) ? new JsonPrimitive(Fields.INFINITY)
                : new JsonPrimitive(value));
    }

    public Json add(String name, JsonElement value) {
        object.add(name, value);
        return this;
    }

    public JsonObject made() {
        return object;
    }
}
