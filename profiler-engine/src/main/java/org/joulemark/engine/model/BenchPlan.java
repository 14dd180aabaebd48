package org.joulemark.engine.model;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the user asked for; every model is measured in every configuration.
 *
 * @param models models, the first being the baseline and the reference for agreement
 * @param configurations configurations
 * @param dataPath evaluation set, or null for generated inputs and no accuracy
 * @param settings durations and counts
 * @param seed seed of the trial order; in plans of version 0.1 of generated inputs too
 * @param freeDimensions sizes for free dimensions by symbol; others are 1, the first one the batch size
 * @param ortHome folder of a GPU build of ONNX Runtime, or null for the bundled CPU build
 * @param memoryLimitBytes a worker that grows beyond is ended
 * @param hangNanos a worker that does not answer for so long (beyond what it was asked to run) is ended
 */
public record BenchPlan(
        List<PlannedModel> models,
        List<Configuration> configurations,
        @Nullable String dataPath,
        ProtocolSettings settings,
        long seed,
        Map<String, Long> freeDimensions,
        @Nullable String ortHome,
        long memoryLimitBytes,
        long hangNanos) {
    /** @throws IllegalArgumentException if two models or two configurations have the same id */
    public BenchPlan {
        unique("models", models.stream().map(PlannedModel::id).toList());
        unique("configurations", configurations.stream().map(Configuration::id).toList());
    }

    private static void unique(String what, List<String> ids) {
        Set<String> seen = new HashSet<>();
        for (String id : ids) {
            if (!seen.add(id)) {
                throw new IllegalArgumentException("two " + what + " have the id " + id);
            }
        }
    }

    /** Every model in every configuration, in the order of the plan. */
    public List<PlannedVersion> versions() {
        return models.stream()
                .flatMap(model -> configurations.stream().map(configuration -> version(model, configuration)))
                .toList();
    }

    private static PlannedVersion version(PlannedModel model, Configuration configuration) {
        return new PlannedVersion(new VersionKey(model.id(), configuration.id()), model, configuration);
    }

    /** How a version is called in tables: by its name, with its configuration where there are several. */
    public String label(String name, Configuration configuration) {
        return configurations.size() > 1 ? name + " (" + configuration + ")" : name;
    }

    /** The same plan in other configurations. */
    public BenchPlan withConfigurations(List<Configuration> others) {
        return new BenchPlan(
                models,
                List.copyOf(others),
                dataPath,
                settings,
                seed,
                freeDimensions,
                ortHome,
                memoryLimitBytes,
                hangNanos);
    }

    /** The same plan by another protocol. */
    public BenchPlan withSettings(ProtocolSettings other) {
        return new BenchPlan(
                models, configurations, dataPath, other, seed, freeDimensions, ortHome, memoryLimitBytes, hangNanos);
    }
}
