package org.joulemark.engine.model;

/**
 * What measuring cost while trials ran.
 *
 * @param samplerCpuSeconds CPU time of the sampler thread; negative if unknown
 * @param hostCpuSeconds CPU time of the whole program besides workers; negative if unknown
 * @param trialNanos time the trials took together
 * @param ticksLate sampling deadlines missed by more than one period
 * @param ticks sampling deadlines in all
 */
public record ObserverCost(
        double samplerCpuSeconds, double hostCpuSeconds, long trialNanos, long ticksLate, long ticks) {
    /** Trials of so many nanoseconds whose cost nobody told. */
    public static ObserverCost unknown(long trialNanos) {
        return new ObserverCost(-1, -1, trialNanos, 0, 0);
    }
}
