package org.joulemark.engine.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A finished (or stopped) run: the record everything downstream works from.
 *
 * @param id name
 * @param status how it ended
 * @param statusReason why, if not completed; else empty
 * @param startedAt wall time at the start, once, for people and auditors
 * @param startedNanos monotonic tick of {@code startedAt}
 * @param finishedAt wall time at the end
 * @param plan what was asked for
 * @param machine where it ran
 * @param software what ran it
 * @param site where the machine stands; null if not told
 * @param dataset evaluation set; null without one
 * @param sensors sensors that were sampled
 * @param preflight what was noticed before it started
 * @param idleBefore idle baseline before; null if not reached
 * @param idleAfter idle baseline after; null if not reached
 * @param versions one entry a model and configuration, in plan order
 * @param traces power trace by sensor id
 * @param observer what measuring cost
 * @param grade how far to trust it
 * @param gradeReasons why not better, in words
 */
public record Run(
        RunId id,
        RunStatus status,
        String statusReason,
        Instant startedAt,
        long startedNanos,
        Instant finishedAt,
        BenchPlan plan,
        MachineFingerprint machine,
        SoftwareVersions software,
        @Nullable Site site,
        @Nullable DatasetFacts dataset,
        List<SensorInfo> sensors,
        List<Finding> preflight,
        @Nullable IdleWindow idleBefore,
        @Nullable IdleWindow idleAfter,
        List<VersionResult> versions,
        Map<String, BlobId> traces,
        ObserverCost observer,
        Grade grade,
        List<String> gradeReasons) {
    /** The same run with its grade and the reasons for it. */
    public Run graded(Grade given, List<String> reasons) {
        return new Run(
                id,
                status,
                statusReason,
                startedAt,
                startedNanos,
                finishedAt,
                plan,
                machine,
                software,
                site,
                dataset,
                sensors,
                preflight,
                idleBefore,
                idleAfter,
                versions,
                traces,
                observer,
                given,
                List.copyOf(reasons));
    }
}
