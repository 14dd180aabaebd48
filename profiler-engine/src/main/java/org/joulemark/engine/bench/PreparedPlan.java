package org.joulemark.engine.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.joulemark.engine.dataset.EvaluationSet;
import org.joulemark.engine.dataset.EvaluationSets;
import org.joulemark.engine.model.BenchPlan;
import org.joulemark.engine.model.Configuration;
import org.joulemark.engine.model.Dimension;
import org.joulemark.engine.model.ModelFacts;
import org.joulemark.engine.model.PlannedModel;
import org.joulemark.engine.model.TensorData;
import org.joulemark.engine.model.UserError;
import org.joulemark.engine.model.ValueSpec;
import org.joulemark.engine.onnx.ModelInspector;
import org.jspecify.annotations.Nullable;

/**
 * A plan with its files read and checked: whatever is wrong with models or data is said here, before anything runs.
 *
 * @param plan the plan
 * @param data evaluation set, or null
 * @param versions every model in every configuration
 */
record PreparedPlan(BenchPlan plan, @Nullable EvaluationSet data, List<PreparedVersion> versions) {
    static PreparedPlan of(BenchPlan plan) throws UserError {
        checkNames(plan);
        String dataPath = plan.dataPath();
        EvaluationSet data = dataPath == null ? null : EvaluationSets.read(Path.of(dataPath));
        List<PreparedVersion> versions = new ArrayList<>();
        for (PlannedModel model : plan.models()) {
            Path path = Path.of(model.path());
            ModelFacts facts = ModelInspector.inspect(path);
            for (Configuration configuration : plan.configurations()) {
                versions.add(version(plan, data, model, facts, configuration));
            }
        }
        return new PreparedPlan(plan, data, List.copyOf(versions));
    }

    private static PreparedVersion version(
            BenchPlan plan,
            @Nullable EvaluationSet data,
            PlannedModel model,
            ModelFacts facts,
            Configuration configuration)
            throws UserError {
        checkBatch(model, facts, configuration);
        List<String> notes = new ArrayList<>();
        List<TensorData> inputs;
        if (data == null) {
            inputs = new GeneratedInputs(plan.freeDimensions(), configuration.batchSize(), GeneratedInputs.SEED)
                    .of(model.path(), facts.inputs());
            notes.add("inputs are made up (no data given): energy and latency may differ on real data");
        } else {
            inputs = data.inputsFor(model.path(), facts.inputs());
            data.checkAnswers(model.path(), facts.outputs());
            if (data.rows() < configuration.batchSize()) {
                throw UserError.usage("batch size " + configuration.batchSize() + " is larger than the " + data.rows()
                        + " rows of " + data.facts().name());
            }
        }
        return new PreparedVersion(model.name(), Path.of(model.path()), facts, configuration, inputs, notes);
    }

    private static void checkBatch(PlannedModel model, ModelFacts facts, Configuration configuration) throws UserError {
        for (ValueSpec input : facts.inputs()) {
            List<Dimension> shape = input.shape();
            if (shape == null || shape.isEmpty() || shape.getFirst().free()) {
                continue;
            }
            if (shape.getFirst().size() != configuration.batchSize()) {
                throw UserError.usage("model " + model.path() + " has the fixed batch size "
                        + shape.getFirst().size() + " (input '" + input.name() + "' is " + input.typeText()
                        + "); run it with --batch " + shape.getFirst().size());
            }
        }
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
