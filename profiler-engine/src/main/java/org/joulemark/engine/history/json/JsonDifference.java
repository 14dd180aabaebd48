package org.joulemark.engine.history.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * One place at which two documents are not the same.
 *
 * @param path where, for example {@code plan.models[0].name}
 * @param first what stands there in the first; "nothing" if it has no such place
 * @param second what stands there in the second
 */
public record JsonDifference(String path, String first, String second) {
    /** Enough to see what was changed. */
    private static final int MOST = 5;

    /** The first few differences; none if the documents are the same. */
    public static List<JsonDifference> between(JsonNode first, JsonNode second) {
        List<JsonDifference> differences = new ArrayList<>();
        compare("", first, second, differences);
        return List.copyOf(differences);
    }

    private static void compare(String path, JsonNode first, JsonNode second, List<JsonDifference> differences) {
        if (differences.size() >= MOST || first.equals(second)) {
            return;
        }
        if (first.isObject() && second.isObject()) {
            Set<String> names = new LinkedHashSet<>();
            first.fieldNames().forEachRemaining(names::add);
            second.fieldNames().forEachRemaining(names::add);
            String start = path.isEmpty() ? "" : path + ".";
            names.forEach(name -> compare(start + name, first.path(name), second.path(name), differences));
        } else if (first.isArray() && second.isArray()) {
            for (int i = 0; i < Math.max(first.size(), second.size()); i++) {
                compare(path + "[" + i + "]", first.path(i), second.path(i), differences);
            }
        } else {
            differences.add(new JsonDifference(path, text(first), text(second)));
        }
    }

    private static String text(JsonNode node) {
        if (node.isMissingNode()) {
            return "nothing";
        }
        return node.isValueNode() ? node.asText() : node.toString();
    }
}
