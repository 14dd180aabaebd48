package org.joulemark.engine.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where and with what a run was measured. All of it is known when the run begins and stays as it is until the run ends,
 * except what a worker has to tell of the {@code software}.
 *
 * @param startedAt wall time at the start, once, for people and auditors
 * @param startedNanos monotonic tick of {@code startedAt}, in nanoseconds
 * @param machine where it ran
 * @param software what ran it
 * @param site where the machine stands; null if not told
 * @param dataset evaluation set; null without one
 * @param sensors sensors that were sampled
 * @param preflight what was noticed before it started
 */
public record RunSetting(
        Instant startedAt,
        long startedNanos,
        MachineFingerprint machine,
        SoftwareVersions software,
        @Nullable Site site,
        @Nullable DatasetFacts dataset,
        List<SensorInfo> sensors,
        List<Finding> preflight) {
    /** The same setting with what is known of the software now. */
    public RunSetting withSoftware(SoftwareVersions now) {
        return new RunSetting(startedAt, startedNanos, machine, now, site, dataset, sensors, preflight);
    }
}
