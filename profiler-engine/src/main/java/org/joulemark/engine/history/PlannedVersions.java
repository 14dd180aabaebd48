package org.joulemark.engine.history;

import java.util.ArrayList;
import java.util.List;
import org.joulemark.engine.model.BenchPlan;
import org.joulemark.engine.model.Configuration;
import org.joulemark.engine.model.PlannedModel;
import org.joulemark.engine.model.VersionResult;

/**
 * The versions a plan asks for: each model in each configuration.
 *
 * @param versions the versions in the plan's order
 * @param trials trials each
 */
record PlannedVersions(List<Version> versions, int trials) {
    static PlannedVersions of(BenchPlan plan) {
        List<Version> versions = new ArrayList<>();
        for (PlannedModel model : plan.models()) {
            for (Configuration configuration : plan.configurations()) {
                versions.add(new Version(model.name(), configuration));
            }
        }
        return new PlannedVersions(List.copyOf(versions), plan.settings().trials());
    }

    /**
     * One of them.
     *
     * @param name name of the model
     * @param configuration how it is run
     */
    record Version(String name, Configuration configuration) {
        static Version of(VersionResult result) {
            return new Version(result.name(), result.configuration());
        }

        /** As its trials are told; devices of one kind have the same. */
        boolean isOf(ToldTrial trial) {
            return name.equals(trial.version()) && configuration.toString().equals(trial.configuration());
        }

        String text() {
            return Foreign.word(name) + " (" + Foreign.word(configuration.toString()) + ")";
        }
    }

    /** Why the plan has no place for a trial; empty if it has. */
    String objection(ToldTrial trial, List<ToldTrial> before) {
        long wanted = versions.stream().filter(version -> version.isOf(trial)).count();
        if (wanted == 0) {
            return "the plan of its run asks for no version " + Foreign.word(trial.version()) + " ("
                    + Foreign.word(trial.configuration()) + ")";
        }
        int block = trial.trial().path("block").asInt(-1);
        if (block < 0 || block >= trials) {
            return "the plan of its run asks for " + trials + " trials of each version, and this is "
                    + trial.place().text();
        }
        List<ToldTrial> same = before.stream()
                .filter(other -> other.place().equals(trial.place()))
                .toList();
        return same.size() < wanted
                ? ""
                : "that " + trial.place().text() + " was done was said before, in event "
                        + same.getFirst().seq() + ", which counts";
    }
}
