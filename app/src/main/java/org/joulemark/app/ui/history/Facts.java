package org.joulemark.app.ui.history;

import java.util.ArrayList;
import java.util.List;
import org.joulemark.app.ui.fx.Texts;

/** Collects facts under keys of the texts: {@code fact.KEY} names one, {@code fact.KEY.tip} explains it. */
final class Facts {
    private final Texts texts;
    private final List<FactGroup> groups = new ArrayList<>();
    private List<Fact> current = new ArrayList<>();

    Facts(Texts texts) {
        this.texts = texts;
    }

    /** Begins a group titled {@code group.KEY}. */
    Facts group(String key) {
        current = new ArrayList<>();
        groups.add(new FactGroup(texts.get("group." + key), current));
        return this;
    }

    /** Adds a fact; one with an empty value is left out. */
    Facts add(String key, String value) {
        return add(key, value, texts.get("fact." + key + ".tip", ""));
    }

    /** Adds a fact with its own explanation. */
    Facts add(String key, String value, String explanation) {
        if (!value.isEmpty()) {
            current.add(new Fact(texts.get("fact." + key), value, explanation));
        }
        return this;
    }

    /** The groups that hold anything. */
    List<FactGroup> groups() {
        return groups.stream()
                .filter(group -> !group.facts().isEmpty())
                .map(group -> new FactGroup(group.title(), List.copyOf(group.facts())))
                .toList();
    }
}
