package org.joulemark.engine.protocol;

import java.util.List;
import org.joulemark.engine.model.LatencySeries;
import org.joulemark.engine.model.NotNumbers;
import org.joulemark.engine.model.OutputValue;
import org.joulemark.engine.model.ValueSpec;

/** What a worker answers. */
public sealed interface WorkerMessage {
    /**
     * First message of a worker.
     *
     * @param pid process id
     * @param protocol {@link Frames#PROTOCOL} the worker speaks
     * @param onnxRuntime version of ONNX Runtime
     * @param providers execution providers compiled in, as ONNX Runtime names them
     */
    record Hello(long pid, int protocol, String onnxRuntime, List<String> providers) implements WorkerMessage {}

    /**
     * The model is loaded.
     *
     * @param loadNanos creation of the session
     * @param inputs declared inputs
     * @param outputs declared outputs
     */
    record Loaded(long loadNanos, List<ValueSpec> inputs, List<ValueSpec> outputs) implements WorkerMessage {}

    /**
     * The inputs are taken and the first call is made.
     *
     * @param rows rows of each input
     * @param outputsPinned whether outputs go into prepared buffers
     * @param firstInferenceNanos the first call
     * @param notNumbers outputs of the first call that hold NaN or infinities
     */
    record Fed(long rows, boolean outputsPinned, long firstInferenceNanos, List<NotNumbers> notNumbers)
            implements WorkerMessage {}

    /**
     * A window can begin.
     *
     * @param receivedNanos the worker's monotonic clock when it was asked to make ready
     * @param readyNanos its clock when it was
     */
    record WindowReady(long receivedNanos, long readyNanos) implements WorkerMessage {}

    /**
     * The last call of a window has ended; said at once, before anything is done with what was measured.
     *
     * @param beginNanos the worker's monotonic clock before the first call
     * @param endNanos its clock after the last one
     */
    record WindowEnded(long beginNanos, long endNanos) implements WorkerMessage {}

    /**
     * What was measured in the window that was run last.
     *
     * @param calls latency of each call
     * @param cpuNanos CPU time of the worker in the window; negative if unknown
     * @param allocatedBytesPerCall Java heap bytes the timing thread allocated a call; negative if unknown
     * @param truncated whether the latency buffer was full before the time was over
     */
    record WindowDone(LatencySeries calls, long cpuNanos, double allocatedBytesPerCall, boolean truncated)
            implements WorkerMessage {}

    /**
     * Outputs over all rows.
     *
     * @param outputs one entry a declared output
     */
    record Evaluated(List<OutputValue> outputs) implements WorkerMessage {}

    /**
     * A profiled pass is over.
     *
     * @param json the profile as ONNX Runtime wrote it (Chrome trace events)
     */
    record Profiled(String json) implements WorkerMessage {}

    /**
     * What was asked could not be done.
     *
     * @param stage {@code load}, {@code feed}, {@code run}, {@code evaluate}, {@code profile}
     * @param kind {@code refused} (we do not support it), {@code out-of-memory}, {@code error}
     * @param message one line
     */
    record Failed(String stage, String kind, String message) implements WorkerMessage {}
}
