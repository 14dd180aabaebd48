package org.joulemark.app.ui.history;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Facts that belong together.
 *
 * @param title what they are about
 * @param facts the facts, in the order to show them
 */
record FactGroup(String title, List<Fact> facts) {
    /** All of several groups as plain text, for the clipboard. */
    static String text(List<FactGroup> groups) {
        return groups.stream()
                .map(group -> group.title + "\n"
                        + group.facts.stream()
                                .map(fact -> "  " + fact.name() + ": " + fact.value() + "\n")
                                .collect(Collectors.joining()))
                .collect(Collectors.joining("\n"));
    }
}
