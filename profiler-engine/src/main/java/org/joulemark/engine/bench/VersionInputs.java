package org.joulemark.engine.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.joulemark.engine.model.Finding;
import org.joulemark.engine.model.TensorData;

/** The inputs of one version: rows of an evaluation set, or made-up ones, which a model may refuse the first time. */
final class VersionInputs {
    private final PreparedVersion version;
    private final int callRows;
    private List<TensorData> inputs;
    private final List<Finding> findings = new ArrayList<>();

    /**
     * Inputs for a worker.
     *
     * @param version the version, with all rows of every input
     * @param callRows rows a call; 0 where the inputs are made up and are one call as they are
     */
    VersionInputs(PreparedVersion version, int callRows) {
        this.version = version;
        this.inputs = version.inputs();
        this.callRows = callRows;
    }

    InferenceWorker.Fed feed(InferenceWorker worker, Map<String, Long> freeDimensions) throws WorkerException {
        if (callRows > 0) {
            return worker.feed(inputs, callRows);
        }
        GeneratedInputs.Taken taken =
                GeneratedInputs.feed(worker, inputs, MadeUpSizes.hint(freeDimensions, version.facts()));
        if (taken.zeroed()) {
            inputs = taken.inputs();
            findings.add(GeneratedInputs.ZEROED);
        }
        return taken.fed();
    }

    /** Remembers what there is to say of the first answers. */
    void noticed(InferenceWorker.Fed fed) {
        fed.notNumbers().forEach(one -> findings.add(one.finding()));
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }
}
