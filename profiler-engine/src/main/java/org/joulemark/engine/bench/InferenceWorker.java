package org.joulemark.engine.bench;

import java.util.List;
import java.util.Map;
import org.joulemark.engine.model.LatencySeries;
import org.joulemark.engine.model.NotNumbers;
import org.joulemark.engine.model.OutputValue;
import org.joulemark.engine.model.Placement;
import org.joulemark.engine.model.TensorData;
import org.joulemark.engine.model.ValueSpec;

/**
 * A model in a child process. The order of calls is {@link #load}, {@link #feed}, then any number of
 * {@link #run} (or {@link #prepare}, {@link #runPrepared}, {@link #collect}), {@link #evaluate} and {@link #profile}.
 * Used by one thread at a time. Any call may end in a {@link WorkerException}; after a failure of kind {@code refused}
 * or {@code error} the worker is well and may be loaded or fed again, after any other only {@link #close} may be called.
 */
public interface InferenceWorker extends AutoCloseable {
    /**
     * Version of ONNX Runtime in the worker and identity of its native library.
     *
     * @param onnxRuntime version
     * @param nativeSha256 SHA-256 of each native library it was given to load, by file name
     * @param librarySha256 SHA-256 of the main one, empty if unknown
     * @param providers execution providers compiled in, as ONNX Runtime names them
     */
    record Ready(String onnxRuntime, Map<String, String> nativeSha256, String librarySha256, List<String> providers) {}

    /**
     * A loaded model.
     *
     * @param loadNanos creation of the session in nanoseconds
     * @param inputs inputs as ONNX Runtime declares them
     * @param outputs outputs as ONNX Runtime declares them
     */
    record Loaded(long loadNanos, List<ValueSpec> inputs, List<ValueSpec> outputs) {}

    /**
     * Inputs taken.
     *
     * @param rows rows per input; batches of full size are rotated through in timed runs
     * @param outputsPinned whether outputs go into prepared buffers
     * @param firstInferenceNanos first call, in nanoseconds
     * @param notNumbers outputs of the first call that hold NaN or infinities
     */
    record Fed(long rows, boolean outputsPinned, long firstInferenceNanos, List<NotNumbers> notNumbers) {}

    /**
     * A timed (or warm-up) window.
     *
     * @param calls latency of each call
     * @param workerCpuNanos CPU time of the worker process in the window; negative if unknown
     * @param allocatedBytesPerCall Java heap bytes the timing thread allocated a call (those of the Java layer of ONNX
     *     Runtime included); negative if unknown
     * @param truncated whether the window ended early because the latency buffer was full
     */
    record Window(LatencySeries calls, long workerCpuNanos, double allocatedBytesPerCall, boolean truncated) {}

    /** What the worker is. */
    Ready ready();

    /** Loads a model. */
    Loaded load(LoadRequest request) throws WorkerException;

    /**
     * Hands over the inputs: all rows of every input, row-major, first dimension = rows (or, with {@code batchSize} 0,
     * exactly one call's inputs as they are). Makes one first call.
     */
    Fed feed(List<TensorData> inputs, int batchSize) throws WorkerException;

    /**
     * Makes ready for a window of at least {@code windowNanos} and at least {@code minCalls}: whatever takes memory is
     * set aside now.
     *
     * @return bound of the difference of the monotonic clocks of host and worker, in nanoseconds
     */
    long prepare(long windowNanos, long minCalls) throws WorkerException;

    /** Runs calls back to back in the window made ready; returns as soon as the last one has ended. */
    CallSpan runPrepared() throws WorkerException;

    /** What was measured in the window that was run last. */
    Window collect() throws WorkerException;

    /** A window from its preparation to what was measured, where nobody watches its edges. */
    default Window run(long windowNanos, long minCalls) throws WorkerException {
        prepare(windowNanos, minCalls);
        runPrepared();
        return collect();
    }

    /** Runs every row once and gives the outputs joined over all batches, first dimension = rows. */
    List<OutputValue> evaluate() throws WorkerException;

    /** Runs a few calls in a profiled session of its own and gives where the nodes ran. */
    Placement profile() throws WorkerException;

    /** Peak resident memory of the worker so far, in bytes; 0 if unknown. */
    long peakResidentBytes();

    /** Last lines the worker printed to its standard error. */
    String errorTail();

    /** Ends the worker at once, also while another thread waits in a call. */
    void kill();

    /** Ends the worker; closing twice is harmless. */
    @Override
    void close();
}
