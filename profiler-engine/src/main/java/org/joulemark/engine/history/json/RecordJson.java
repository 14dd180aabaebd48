package org.joulemark.engine.history.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.erdtman.jcs.JsonCanonicalizer;
import org.jspecify.annotations.Nullable;

/**
 * Records as JSON in the canonical form of RFC 8785: equal records give equal bytes. Since that form knows numbers only
 * as doubles, every {@code long} is written as a decimal string (as in the JSON mapping of Protocol Buffers), and a
 * double that JSON cannot hold exactly (NaN, infinities, negative zero) is a string too. Ids and moments are text, enums
 * their names; what is null is left out; what a newer minor version added is ignored on reading.
 */
public final class RecordJson {
    private static final ObjectMapper MAPPER = ModelMapper.create();

    private RecordJson() {}

    /** Canonical text of a record, map, list, id, number or text. */
    public static String canonical(Object value) {
        return new String(canonicalBytes(value), StandardCharsets.UTF_8);
    }

    /** Canonical form in UTF-8. */
    public static byte[] canonicalBytes(Object value) {
        try {
            return new JsonCanonicalizer(MAPPER.writeValueAsString(value)).getEncodedUTF8();
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot be written as JSON: " + e.getMessage(), e);
        }
    }

    /** The same document in canonical form. @throws IOException if the bytes are not JSON */
    public static byte[] recanonicalise(byte[] json) throws IOException {
        // Jackson bounds the depth, which the canonicaliser, being recursive, does not.
        tree(json);
        return new JsonCanonicalizer(json).getEncodedUTF8();
    }

    /** Reads a record. @throws IOException if the bytes are not JSON or not of that type, with a message of one line */
    public static <T> T read(byte[] json, Class<T> type) throws IOException {
        try {
            return present(type, MAPPER.readValue(json, type));
        } catch (JsonProcessingException e) {
            throw new IOException(ReadTrouble.line(type, e), e);
        }
    }

    /** Reads a record from a part of a document. @throws IOException if it is not of that type */
    public static <T> T read(JsonNode json, Class<T> type) throws IOException {
        try {
            return present(type, MAPPER.treeToValue(json, type));
        } catch (JsonProcessingException e) {
            throw new IOException(ReadTrouble.line(type, e), e);
        }
    }

    /** Reads any document. @throws IOException if the bytes are not JSON */
    public static JsonNode tree(byte[] json) throws IOException {
        return read(json, JsonNode.class);
    }

    private static <T> T present(Class<T> type, @Nullable T value) throws IOException {
        if (value == null) {
            throw new IOException(ReadTrouble.words(type) + ": there is nothing");
        }
        return value;
    }
}
