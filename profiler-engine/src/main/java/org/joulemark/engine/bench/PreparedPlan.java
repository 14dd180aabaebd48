package org.joulemark.engine.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.joulemark.engine.dataset.BoundInputs;
import org.joulemark.engine.dataset.EvaluationSet;
import org.joulemark.engine.dataset.EvaluationSets;
import org.joulemark.engine.model.BenchPlan;
import org.joulemark.engine.model.Configuration;
import org.joulemark.engine.model.Finding;
import org.joulemark.engine.model.ModelFacts;
import org.joulemark.engine.model.PlannedModel;
import org.joulemark.engine.model.PlannedVersion;
import org.joulemark.engine.model.TensorData;
import org.joulemark.engine.model.UserError;
import org.joulemark.engine.onnx.ModelInspector;
import org.jspecify.annotations.Nullable;

/**
 * A plan with its files read and checked: whatever is wrong with models or data is said here, before anything runs.
 *
 * @param plan the plan, its batch sizes filled in
 * @param data evaluation set, or null
 * @param versions every model in every configuration
 * @param findings what is to be known of data and models
 */
record PreparedPlan(
        BenchPlan plan, @Nullable EvaluationSet data, List<PreparedVersion> versions, List<Finding> findings) {
    static PreparedPlan of(BenchPlan asked, BenchEnvironment environment) throws UserError {
        checkNames(asked);
        PlanCheck.threads(asked, environment.machine().logicalCores());
        String dataPath = asked.dataPath();
        EvaluationSet data = dataPath == null ? null : EvaluationSets.read(Path.of(dataPath));
        Map<String, ModelFacts> byId = new LinkedHashMap<>();
        for (PlannedModel model : asked.models()) {
            byId.put(model.id(), ModelInspector.inspect(Path.of(model.path())));
        }
        List<ModelFacts> models = List.copyOf(byId.values());
        PlanCheck.dimensions(asked.freeDimensions(), models);
        BenchPlan plan = resolved(asked, models);
        Int8Kernels kernels = Int8Kernels.of(environment.probes().procRoot(), System.getProperty("os.arch", ""));
        Noticed noticed = new Noticed(plan.models());
        List<PreparedVersion> versions = new ArrayList<>();
        for (PlannedVersion version : plan.versions()) {
            ModelFacts facts = Objects.requireNonNull(byId.get(version.model().id()));
            versions.add(version(new Wanted(plan, version), data, facts, noticed));
            kernels.finding(facts, version.configuration()).ifPresent(one -> noticed.add(version.model(), one));
        }
        PlanCheck.providers(plan, environment);
        return new PreparedPlan(plan, data, List.copyOf(versions), noticed.findings(data));
    }

    private static BenchPlan resolved(BenchPlan asked, List<ModelFacts> models) throws UserError {
        List<Configuration> configurations = new ArrayList<>();
        for (Configuration configuration : asked.configurations()) {
            configurations.add(
                    configuration.batchSize() == Configuration.BATCH_OF_MODEL
                            ? configuration.withBatchSize(PlanCheck.usualBatch(asked, models))
                            : configuration);
        }
        return asked.withConfigurations(configurations);
    }

    /**
     * One version of a plan.
     *
     * @param plan the plan
     * @param version the version
     */
    private record Wanted(BenchPlan plan, PlannedVersion version) {}

    private static PreparedVersion version(
            Wanted wanted, @Nullable EvaluationSet data, ModelFacts facts, Noticed noticed) throws UserError {
        PlannedModel model = wanted.version().model();
        Configuration configuration = wanted.version().configuration();
        PlanCheck.batch(
                model.path(), facts, configuration.batchSize(), wanted.plan().freeDimensions());
        List<String> notes = new ArrayList<>();
        List<TensorData> inputs;
        if (data == null) {
            inputs = new GeneratedInputs(
                            wanted.plan().freeDimensions(), configuration.batchSize(), GeneratedInputs.SEED)
                    .of(model.path(), facts.inputs());
            notes.add("inputs are made up (no data given): energy and latency may differ on real data");
        } else {
            BoundInputs bound = data.bind(model.path(), facts, configuration.batchSize());
            noticed.take(bound.arrays());
            bound.findings().forEach(finding -> noticed.add(model, finding));
            inputs = bound.tensors();
        }
        return new PreparedVersion(
                wanted.version().key(), model.name(), Path.of(model.path()), facts, configuration, inputs, notes);
    }

    private static void checkNames(BenchPlan plan) throws UserError {
        if (plan.models().isEmpty() || plan.configurations().isEmpty()) {
            throw UserError.usage("nothing to run: give at least one model");
        }
        Set<String> names = new HashSet<>();
        for (PlannedModel model : plan.models()) {
            if (!names.add(model.name())) {
                throw UserError.usage("two models have the name '" + model.name() + "'; name one with NAME=FILE");
            }
        }
    }

    /** Rows a call for the worker: 0 where the inputs are made up and are one call as they are. */
    int callRows(PreparedVersion version) {
        return data == null ? 0 : version.configuration().batchSize();
    }
}
