package org.joulemark.engine.bench;

import java.util.List;
import org.joulemark.engine.model.Finding;
import org.joulemark.engine.model.TensorData;

/** The inputs of one version: rows of an evaluation set, or made-up ones, which a model may refuse the first time. */
final class VersionInputs {
    private final int callRows;
    private List<TensorData> inputs;
    private List<Finding> findings = List.of();

    /**
     * Inputs for a worker.
     *
     * @param inputs all rows of every input
     * @param callRows rows a call; 0 where the inputs are made up and are one call as they are
     */
    VersionInputs(List<TensorData> inputs, int callRows) {
        this.inputs = inputs;
        this.callRows = callRows;
    }

    InferenceWorker.Fed feed(InferenceWorker worker) throws WorkerException {
        if (callRows > 0) {
            return worker.feed(inputs, callRows);
        }
        GeneratedInputs.Taken taken = GeneratedInputs.feed(worker, inputs);
        if (taken.zeroed()) {
            inputs = taken.inputs();
            findings = List.of(GeneratedInputs.ZEROED);
        }
        return taken.fed();
    }

    List<Finding> findings() {
        return findings;
    }
}
