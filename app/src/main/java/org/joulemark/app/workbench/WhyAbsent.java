package org.joulemark.app.workbench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reasons why cells of a table are empty or say less than they seem to, each told once below it: which columns, and which versions where it is not all of
 * them.
 */
public final class WhyAbsent {
    private record Places(Set<String> metrics, Set<String> versions) {}

    private final Map<String, Places> reasons = new LinkedHashMap<>();
    private final Map<String, String> labels = new LinkedHashMap<>();

    /** Says that the table has a row of the version of this key, and how it is called there. */
    public void version(String key, String label) {
        labels.put(key, label);
    }

    /** Says why the cell of the version of a key in a column is empty, or says less than it seems to. */
    public void add(String metric, String key, String why) {
        Places places = reasons.computeIfAbsent(why, _ -> new Places(new LinkedHashSet<>(), new LinkedHashSet<>()));
        places.metrics().add(metric);
        places.versions().add(key);
    }

    /** One line a reason, in the order they came. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        reasons.forEach((why, places) -> {
            String whose = places.versions().size() == labels.size()
                    ? ""
                    : " (" + String.join(", ", names(places.versions())) + ")";
            lines.add(String.join(", ", places.metrics()) + whose + ": " + why);
        });
        return List.copyOf(lines);
    }

    private List<String> names(Set<String> keys) {
        return keys.stream().map(key -> labels.getOrDefault(key, key)).toList();
    }
}
