package org.joulemark.engine.model;

import java.util.Map;

/**
 * What the figures of a run can be recomputed from, and what it cost to gather it. Latencies and answers are named where
 * they belong, in the trials and the accuracy of each version.
 *
 * @param traces whole power trace of each sensor that was sampled
 * @param observer what measuring cost
 */
public record RunEvidence(Map<SensorId, BlobId> traces, ObserverCost observer) {
    /** Nothing was kept, and what measuring cost is not known. */
    public static final RunEvidence NONE = new RunEvidence(Map.of(), ObserverCost.unknown(0));
}
