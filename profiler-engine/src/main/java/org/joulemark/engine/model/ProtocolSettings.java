package org.joulemark.engine.model;

/**
 * How long and how often to measure.
 *
 * @param name name of the preset
 * @param idleNanos idle baseline before and after, each
 * @param warmUpMinRuns least warm-up runs
 * @param warmUpMinNanos least warm-up time
 * @param warmUpMaxNanos warm-up gives up waiting for a steady state after this time
 * @param windowNanos least timed window of a trial
 * @param trials trials a version
 * @param coolDownMaxNanos longest wait for the device to cool down between trials
 * @param reportable false for presets too short to be reported
 */
public record ProtocolSettings(
        String name,
        long idleNanos,
        int warmUpMinRuns,
        long warmUpMinNanos,
        long warmUpMaxNanos,
        long windowNanos,
        int trials,
        long coolDownMaxNanos,
        boolean reportable) {
    /** The same protocol with windows of another length, in nanoseconds. */
    public ProtocolSettings withWindow(long nanos) {
        return new ProtocolSettings(
                name,
                idleNanos,
                warmUpMinRuns,
                warmUpMinNanos,
                warmUpMaxNanos,
                nanos,
                trials,
                coolDownMaxNanos,
                reportable);
    }
}
