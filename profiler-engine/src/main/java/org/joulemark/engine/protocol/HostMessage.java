package org.joulemark.engine.protocol;

import java.util.List;
import java.util.Map;
import org.joulemark.engine.model.TensorData;

/** What the host tells a worker. */
public sealed interface HostMessage {
    /**
     * Load a model.
     *
     * @param modelPath absolute path of the model
     * @param provider id of the execution provider
     * @param deviceIndex index of the GPU for the provider
     * @param intraOpThreads threads inside an operator
     * @param freeDimensions sizes of free dimensions by symbol
     * @param strictPlacement fail rather than fall back to the CPU
     */
    record Load(
            String modelPath,
            String provider,
            int deviceIndex,
            int intraOpThreads,
            Map<String, Long> freeDimensions,
            boolean strictPlacement)
            implements HostMessage {}

    /**
     * Take these inputs and make a first call.
     *
     * @param inputs all rows of every input
     * @param batchSize rows a call; 0 if the inputs are exactly one call
     */
    record Feed(List<TensorData> inputs, int batchSize) implements HostMessage {}

    /**
     * Make ready for a window: whatever takes memory is set aside now, so that nothing but calls lies in the window.
     *
     * @param windowNanos least length in nanoseconds
     * @param minCalls least number of calls
     */
    record PrepareWindow(long windowNanos, long minCalls) implements HostMessage {}

    /** Run calls back to back in the window made ready. */
    record RunWindow() implements HostMessage {}

    /** Send what was measured in the window that was run. */
    record SendWindow() implements HostMessage {}

    /** Run every row once and send the outputs. */
    record Evaluate() implements HostMessage {}

    /**
     * Run a few calls in a profiled session of its own.
     *
     * @param calls number of calls
     * @param filePrefix where ONNX Runtime may write its profile
     */
    record Profile(int calls, String filePrefix) implements HostMessage {}

    /** End. */
    record Stop() implements HostMessage {}
}
