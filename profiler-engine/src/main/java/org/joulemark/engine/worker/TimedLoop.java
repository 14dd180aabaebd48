package org.joulemark.engine.worker;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The measured loop. Two clock reads around the call and a store are all that happens besides the call; nothing of ours
 * is allocated, and outputs that could not be pinned are released after the clock has stopped.
 */
final class TimedLoop {
    /** Entries of the latency buffer at most: 160 MB. */
    static final int MAX_CALLS = 20_000_000;

    /**
     * What happened in a window.
     *
     * @param calls number of calls
     * @param beginNanos tick before the first call
     * @param endNanos tick after the last one
     */
    record Ran(int calls, long beginNanos, long endNanos) {}

    private final OrtSession session;
    private final List<Map<String, OnnxTensor>> calls;
    private final Map<String, OnnxTensor> pinned;
    private final Set<String> allocated;

    /** A loop over {@code calls}; outputs go into {@code pinned}, or are allocated a call if that is empty. */
    TimedLoop(OrtSession session, List<Map<String, OnnxTensor>> calls, Map<String, OnnxTensor> pinned) {
        this.session = session;
        this.calls = calls;
        this.pinned = pinned;
        this.allocated = pinned.isEmpty() ? session.getOutputNames() : Set.of();
    }

    /**
     * Runs until {@code windowNanos} are over and {@code minCalls} are made, or {@code nanos} is full.
     *
     * @param nanos takes the latency of each call
     */
    Ran run(long[] nanos, long windowNanos, long minCalls) throws OrtException {
        int batches = calls.size();
        int batch = 0;
        int count = 0;
        long begin = System.nanoTime();
        long end = begin;
        while (count < nanos.length) {
            Map<String, OnnxTensor> inputs = calls.get(batch);
            long start = System.nanoTime();
            OrtSession.Result result = session.run(inputs, allocated, pinned);
            end = System.nanoTime();
            result.close();
            nanos[count++] = end - start;
            batch = batch + 1 == batches ? 0 : batch + 1;
            if (end - begin >= windowNanos && count >= minCalls) {
                break;
            }
        }
        return new Ran(count, begin, end);
    }
}
