package dev.biglittle.translate;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonDeserializationContext;
import com.google.gson.JsonDeserializer;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonSerializationContext;
import com.google.gson.JsonSerializer;
import dev.biglittle.decode.DecodeEvent;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;

/**
 * Events as JSON, so that a translation can be shown again as it was written. An event is an object with the fields of
 * its record, and its record's name in the field {@code type}. Infinite distances are written as {@code Infinity}.
 */
public final class EventJson {
    private EventJson() {
    }

    /**
     * Teaches Gson to write and read {@link TranslationEvent} and {@link DecodeEvent}. Of what is no event it says so by
     * a {@link JsonParseException}.
     */
    public static GsonBuilder with(GsonBuilder builder) {
        return builder.disableHtmlEscaping().serializeSpecialFloatingPointValues()
                .registerTypeAdapter(TranslationEvent.class, new OneOf(TranslationEvent.class))
                .registerTypeAdapter(DecodeEvent.class, new OneOf(DecodeEvent.class));
    }

    /** One of the records that a sealed interface permits. */
    private record OneOf(Class<?> sealed) implements JsonSerializer<Object>, JsonDeserializer<Object> {
        @Override
        public JsonElement serialize(Object event, Type type, JsonSerializationContext context) {
            JsonObject json = new JsonObject();
            json.addProperty("type", event.getClass().getSimpleName());
            context.serialize(event, event.getClass()).getAsJsonObject().asMap().forEach(json::add);
            return json;
        }

        @Override
        public Object deserialize(JsonElement json, Type type, JsonDeserializationContext context) {
            if (!json.isJsonObject() || !json.getAsJsonObject().has("type")) {
                throw new JsonParseException("an event without a type");
            }
            JsonElement named = json.getAsJsonObject().get("type");
            String name = named.isJsonPrimitive() ? named.getAsString() : named.toString();
            Class<?> record = Arrays.stream(sealed.getPermittedSubclasses())
                    .filter(permitted -> permitted.getSimpleName().equals(name)).findFirst()
                    .orElseThrow(() -> new JsonParseException("no event is called " + name));
            return complete(read(json, record, context), record);
        }

        private static Object read(JsonElement json, Class<?> record, JsonDeserializationContext context) {
            try {
                return context.deserialize(json, record);
            } catch (JsonParseException e) {
                throw e;
            } catch (RuntimeException e) {
                // what a record's constructor refuses, or a field of another kind
                throw new JsonParseException("a " + record.getSimpleName() + " that is none", e);
            }
        }

        /** Gson leaves fields that are missing null. */
        private static Object complete(Object event, Class<?> record) {
            for (RecordComponent component : record.getRecordComponents()) {
                try {
                    if (component.getAccessor().invoke(event) == null) {
                        throw new JsonParseException("a " + record.getSimpleName() + " without " + component.getName());
                    }
                } catch (ReflectiveOperationException e) {
                    throw new IllegalStateException("events are public records", e);
                }
            }
            return event;
        }
    }
}
