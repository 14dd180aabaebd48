package org.joulemark.engine.history.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.std.DelegatingDeserializer;
import com.fasterxml.jackson.databind.type.CollectionType;
import com.fasterxml.jackson.databind.type.MapType;
import java.io.IOException;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes lists and maps that are read as unchangeable as the records, which declare them by interface alone. */
final class FrozenCollections extends BeanDeserializerModifier {
    private static final long serialVersionUID = 1L;

    @Override
    public JsonDeserializer<?> modifyCollectionDeserializer(
            DeserializationConfig config, CollectionType type, BeanDescription bean, JsonDeserializer<?> reader) {
        return type.isTypeOrSubTypeOf(List.class) ? new Freezing(reader) : reader;
    }

    @Override
    public JsonDeserializer<?> modifyMapDeserializer(
            DeserializationConfig config, MapType type, BeanDescription bean, JsonDeserializer<?> reader) {
        return type.isTypeOrSubTypeOf(Map.class) ? new Freezing(reader) : reader;
    }

    /** Reads by another reader and closes the result against change. */
    private static final class Freezing extends DelegatingDeserializer {
        private static final long serialVersionUID = 1L;

        Freezing(JsonDeserializer<?> reader) {
            super(reader);
        }

        @Override
        protected JsonDeserializer<?> newDelegatingInstance(JsonDeserializer<?> reader) {
            return new Freezing(reader);
        }

        /** No record's list or map holds nothing in place of something. */
        private static <T> T whole(T read, Collection<?> values, DeserializationContext context) throws IOException {
            return values.stream().allMatch(Objects::nonNull)
                    ? read
                    : context.reportInputMismatch(read.getClass(), "null in a list or map");
        }

        @Override
        public @Nullable Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return switch (super.deserialize(parser, context)) {
                case List<?> list -> Collections.unmodifiableList(whole(list, list, context));
                case Map<?, ?> map -> {
                    whole(map, map.values(), context);
                    yield Collections.unmodifiableMap(map);
                }
                case null -> null;
                case Object other -> other;
            };
        }
    }
}
