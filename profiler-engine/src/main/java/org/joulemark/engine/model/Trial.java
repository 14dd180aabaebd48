package org.joulemark.engine.model;

import java.util.List;

/**
 * One timed window of one version, bracketed by the host.
 *
 * @param block block of the shuffled order this trial belongs to, from 0; equal blocks are compared in pairs
 * @param position place in the block, from 0
 * @param startNanos tick before the first call: the worker's, if it lies between the host's ticks around the window, else
 *     the host's before it told the worker to run (always the latter in records of version 0.1)
 * @param endNanos tick after the last call, in the same way
 * @param calls timed calls
 * @param batchSize rows a call
 * @param latency summary of the call latencies
 * @param latencies all call latencies
 * @param energies energy by sensor between the two ticks
 * @param workerCpuSeconds CPU time of the worker in the window; negative if unknown
 * @param hostCpuSeconds CPU time of this program in the window; negative if unknown
 * @param findings what was noticed
 */
public record Trial(
        int block,
        int position,
        long startNanos,
        long endNanos,
        long calls,
        int batchSize,
        LatencySummary latency,
        BlobId latencies,
        List<SensorEnergy> energies,
        double workerCpuSeconds,
        double hostCpuSeconds,
        List<Finding> findings) {
    /** Inferences (rows) in the window: calls times batch size. */
    public long inferences() {
        return calls * batchSize;
    }

    /** Length of the window in nanoseconds. */
    public long durationNanos() {
        return endNanos - startNanos;
    }
}
