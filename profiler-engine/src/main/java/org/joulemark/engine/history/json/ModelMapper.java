package org.joulemark.engine.history.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonAppend;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.time.Instant;
import java.util.function.Function;
import org.joulemark.engine.model.Absent;
import org.joulemark.engine.model.BlobId;
import org.joulemark.engine.model.DeviceId;
import org.joulemark.engine.model.Figure;
import org.joulemark.engine.model.ModelId;
import org.joulemark.engine.model.ProviderId;
import org.joulemark.engine.model.Quantity;
import org.joulemark.engine.model.RunId;
import org.joulemark.engine.model.SensorId;
import org.joulemark.engine.model.VersionKey;

/** The one place that tells Jackson how records of the model are written. */
final class ModelMapper {
    private ModelMapper() {}

    /** A figure says which of its two forms it has, also inside a map or list that does not say it holds figures. */
    @JsonTypeInfo(
            use = JsonTypeInfo.Id.NAME,
            include = JsonTypeInfo.As.EXISTING_PROPERTY,
            property = FigureFormWriter.PROPERTY)
    @JsonAppend(props = @JsonAppend.Prop(value = FigureFormWriter.class, name = FigureFormWriter.PROPERTY))
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Quantity.class, name = FigureFormWriter.QUANTITY),
        @JsonSubTypes.Type(value = Absent.class, name = FigureFormWriter.ABSENT)
    })
    private interface FigureForm {}

    static ObjectMapper create() {
        return JsonMapper.builder()
                .addModule(texts())
                .addModule(numbers())
                .addModule(new SimpleModule("immutable").setDeserializerModifier(new FrozenCollections()))
                .addMixIn(Figure.class, FigureForm.class)
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                .build();
    }

    private static SimpleModule texts() {
        SimpleModule module = new SimpleModule("texts");
        text(module, RunId.class, RunId::value, RunId::new);
        text(module, BlobId.class, BlobId::value, BlobId::new);
        text(module, ModelId.class, ModelId::value, ModelId::new);
        text(module, DeviceId.class, DeviceId::text, DeviceId::parse);
        text(module, ProviderId.class, ProviderId::value, ProviderId::new);
        text(module, SensorId.class, SensorId::value, SensorId::new);
        // A version's key stands in a document as its two ids, and only as key of a map as one text.
        key(module, VersionKey.class, VersionKey::text, VersionKey::parse);
        text(module, Instant.class, Instant::toString, Instant::parse);
        return module;
    }

    private static SimpleModule numbers() {
        SimpleModule module = new SimpleModule("numbers");
        module.addSerializer(Long.class, new TextSerializer<>(Long.class, String::valueOf));
        module.addSerializer(long.class, new TextSerializer<>(Long.class, String::valueOf));
        module.addSerializer(Double.class, new DoubleSerializer());
        module.addSerializer(double.class, new DoubleSerializer());
        return module;
    }

    private static <T> void text(
            SimpleModule module, Class<T> type, Function<T, String> write, Function<String, T> read) {
        module.addSerializer(type, new TextSerializer<>(type, write));
        module.addDeserializer(type, new TextDeserializer<>(type, read));
        key(module, type, write, read);
    }

    private static <T> void key(
            SimpleModule module, Class<T> type, Function<T, String> write, Function<String, T> read) {
        module.addKeySerializer(type, new KeyWriter<>(type, write));
        module.addKeyDeserializer(type, new KeyReader(type, read));
    }

    /** Writes a value as the name of an entry of a map. */
    private static final class KeyWriter<T> extends StdSerializer<T> {
        private static final long serialVersionUID = 1L;
        private final transient Function<T, String> write;

        KeyWriter(Class<T> type, Function<T, String> write) {
            super(type);
            this.write = write;
        }

        @Override
        public void serialize(T value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeFieldName(write.apply(value));
        }
    }

    /** Reads a value from the name of an entry of a map. */
    private static final class KeyReader extends KeyDeserializer {
        private final Class<?> type;
        private final Function<String, ?> read;

        KeyReader(Class<?> type, Function<String, ?> read) {
            this.type = type;
            this.read = read;
        }

        @Override
        public Object deserializeKey(String key, DeserializationContext context) throws IOException {
            try {
                return read.apply(key);
            } catch (RuntimeException e) {
                return context.handleWeirdKey(type, key, "%s", e.getMessage());
            }
        }
    }

    /** Writes a value as one text. */
    private static final class TextSerializer<T> extends StdScalarSerializer<T> {
        private static final long serialVersionUID = 1L;
        private final transient Function<T, String> write;

        TextSerializer(Class<T> type, Function<T, String> write) {
            super(type);
            this.write = write;
        }

        @Override
        public void serialize(T value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(write.apply(value));
        }
    }

    /** Reads a value from one text. */
    private static final class TextDeserializer<T> extends StdScalarDeserializer<T> {
        private static final long serialVersionUID = 1L;
        private final transient Function<String, T> read;

        TextDeserializer(Class<T> type, Function<String, T> read) {
            super(type);
            this.read = read;
        }

        @Override
        @SuppressWarnings("unchecked")
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            String text = parser.getValueAsString();
            if (text == null) {
                return (T) context.handleUnexpectedToken(handledType(), parser);
            }
            try {
                return read.apply(text);
            } catch (RuntimeException e) {
                return (T) context.handleWeirdStringValue(handledType(), text, "%s", e.getMessage());
            }
        }
    }

    /** Writes a double as a number where a reader gets the same bits back, else as a text that Jackson reads as one. */
    private static final class DoubleSerializer extends StdScalarSerializer<Double> {
        private static final long serialVersionUID = 1L;
        private static final long NEGATIVE_ZERO = Double.doubleToRawLongBits(-0.0);

        DoubleSerializer() {
            super(Double.class);
        }

        @Override
        public void serialize(Double value, JsonGenerator out, SerializerProvider provider) throws IOException {
            if (Double.isFinite(value) && Double.doubleToRawLongBits(value) != NEGATIVE_ZERO) {
                out.writeNumber(value);
            } else {
                out.writeString(value.toString());
            }
        }
    }
}
