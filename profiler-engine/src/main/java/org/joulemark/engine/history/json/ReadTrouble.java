package org.joulemark.engine.history.json;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.util.Locale;

/** Says in one line and in words for people why a document could not be read. */
final class ReadTrouble {
    /** A value longer than this is no value of ours. */
    private static final int MOST_OF_A_VALUE = 80;

    private ReadTrouble() {}

    /** "not a valid sensor energy". */
    static String words(Class<?> type) {
        String name = JsonNode.class.isAssignableFrom(type)
                ? "document"
                : type.getSimpleName().replaceAll("([a-z0-9])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
        return "not a valid " + name;
    }

    static String line(Class<?> type, JsonProcessingException cause) {
        return words(type) + ": " + why(cause);
    }

    private static String why(JsonProcessingException cause) {
        return switch (cause) {
            case StreamConstraintsException _ ->
                "it is nested deeper, or a name or number in it is longer, than anything this program writes";
            case JsonEOFException _ -> "it ends in the middle";
            case JsonParseException _ -> "it is not JSON" + place(cause);
            case InvalidFormatException e ->
                where(e) + " is \"" + cut(String.valueOf(e.getValue())) + "\", which is no value it can have";
            case ValueInstantiationException e
            when e.getCause() instanceof IllegalArgumentException wrong ->
                where(e) + ": " + cut(String.valueOf(wrong.getMessage()));
            case JsonMappingException e -> where(e) + " is missing or is not of the form this program writes";
            default -> "it cannot be read";
        };
    }

    private static String place(JsonProcessingException cause) {
        return cause.getLocation() == null
                ? ""
                : " at character " + Math.max(1, cause.getLocation().getColumnNr());
    }

    /** "versions[0].name"; what a map in the file calls its entries is cut. */
    private static String where(JsonMappingException cause) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : cause.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(cut(step.getFieldName()));
            }
        }
        return path.isEmpty() ? "it" : path.toString();
    }

    private static String cut(String text) {
        return text.length() <= MOST_OF_A_VALUE ? text : text.substring(0, MOST_OF_A_VALUE) + "…";
    }
}
