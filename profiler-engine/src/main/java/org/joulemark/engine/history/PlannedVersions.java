package org.joulemark.engine.history;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.joulemark.engine.model.BenchPlan;
import org.joulemark.engine.model.Configuration;
import org.joulemark.engine.model.PlannedVersion;
import org.joulemark.engine.model.VersionKey;

/**
 * The versions a plan asks for: each model in each configuration.
 *
 * @param versions the versions by their keys, in the plan's order
 * @param trials trials each
 */
record PlannedVersions(Map<VersionKey, PlannedVersion> versions, int trials) {
    static PlannedVersions of(BenchPlan plan) {
        Map<VersionKey, PlannedVersion> versions = new LinkedHashMap<>();
        plan.versions().forEach(version -> versions.put(version.key(), version));
        return new PlannedVersions(versions, plan.settings().trials());
    }

    /** The version of that key in words; its key where the plan has none. */
    String words(VersionKey key) {
        PlannedVersion planned = versions.get(key);
        return planned == null
                ? Foreign.word(key.text())
                : words(planned.model().name(), planned.configuration());
    }

    /** A version in words. */
    static String words(String name, Configuration configuration) {
        return Foreign.word(name) + " (" + Foreign.word(configuration.toString()) + ")";
    }

    /** A window of a version in words. */
    String words(ToldTrial.Place place) {
        return "block " + Foreign.word(place.block()) + " of " + words(place.version());
    }

    /** Why the plan has no place for a trial; empty if it has. */
    String objection(ToldTrial trial, List<ToldTrial> before) {
        if (!versions.containsKey(trial.version())) {
            return "the plan of its run asks for no version " + words(trial.version());
        }
        int block = trial.trial().path("block").asInt(-1);
        if (block < 0 || block >= trials) {
            return "the plan of its run asks for " + trials + " trials of each version, and this is "
                    + words(trial.place());
        }
        return before.stream()
                .filter(other -> other.place().equals(trial.place()))
                .findFirst()
                .map(first -> "that " + words(trial.place()) + " was done was said before, in event " + first.seq()
                        + ", which counts")
                .orElse("");
    }
}
