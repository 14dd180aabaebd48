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
    private final Set<String> versions = new LinkedHashSet<>();

    /** Says that the table has a row of this version. */
    public void version(String label) {
        versions.add(label);
    }

    /** Says why the cell of a version in a column is empty, or says less than it seems to. */
    public void add(String metric, String version, String why) {
        versions.add(version);
        Places places = reasons.computeIfAbsent(why, _ -> new Places(new LinkedHashSet<>(), new LinkedHashSet<>()));
        places.metrics().add(metric);
        places.versions().add(version);
    }

    /** One line a reason, in the order they came. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        reasons.forEach((why, places) -> {
            String whose = places.versions().size() == versions.size()
                    ? ""
                    : " (" + String.join(", ", places.versions()) + ")";
            lines.add(String.join(", ", places.metrics()) + whose + ": " + why);
        });
        return List.copyOf(lines);
    }
}
