package org.joulemark.engine.history;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.joulemark.engine.model.BlobId;
import org.joulemark.engine.model.Failure;
import org.joulemark.engine.model.Finding;
import org.joulemark.engine.model.Grade;
import org.joulemark.engine.model.Judgement;
import org.joulemark.engine.model.LatencySummary;
import org.joulemark.engine.model.ObserverCost;
import org.joulemark.engine.model.PlannedVersion;
import org.joulemark.engine.model.Run;
import org.joulemark.engine.model.RunEnding;
import org.joulemark.engine.model.RunEvidence;
import org.joulemark.engine.model.RunStatus;
import org.joulemark.engine.model.SensorId;
import org.joulemark.engine.model.Severity;
import org.joulemark.engine.model.Trial;
import org.joulemark.engine.model.VersionKey;
import org.joulemark.engine.model.VersionResult;
import org.jspecify.annotations.Nullable;

/** Puts the record of a run together whose program died: the plan as begun and the trials that were finished. */
final class InterruptedRun {
    private static final String WHY = "the program ended before the run did";

    private InterruptedRun() {}

    /**
     * A finished trial as its event tells it.
     *
     * @param version its version
     * @param trial the trial
     */
    record DoneTrial(VersionKey version, Trial trial) {}

    /** Summary over the calls of some trials; null if their latencies cannot be read. */
    @FunctionalInterface
    interface Pooling {
        @Nullable
        LatencySummary of(List<Trial> trials);
    }

    static Run of(Run begun, List<DoneTrial> done, Map<SensorId, BlobId> traces, Instant lastSign, Pooling pooling) {
        List<VersionResult> versions = begun.plan().versions().stream()
                .map(planned -> version(planned, done, pooling))
                .toList();
        return begun.withEnding(new RunEnding(RunStatus.INTERRUPTED, WHY, lastSign))
                .withVersions(versions)
                .withEvidence(new RunEvidence(traces, observer(done)))
                .withJudgement(new Judgement(Grade.X, List.of(WHY)));
    }

    private static VersionResult version(PlannedVersion planned, List<DoneTrial> done, Pooling pooling) {
        List<Trial> trials = trials(planned.key(), done);
        Failure failure = trials.isEmpty() ? new Failure("trial", "error", WHY, "") : null;
        List<Finding> findings = List.of(new Finding(
                "interrupted",
                Severity.INVALID,
                WHY + "; " + trials.size() + " finished trials were kept",
                "Run again"));
        return new VersionResult(
                planned.key(),
                planned.model().name(),
                null,
                planned.configuration(),
                null,
                pooling.of(trials),
                null,
                null,
                trials,
                failure,
                findings);
    }

    /** The trials of one version. */
    static List<Trial> trials(VersionKey key, List<DoneTrial> done) {
        return done.stream()
                .filter(each -> each.version().equals(key))
                .map(DoneTrial::trial)
                .toList();
    }

    private static ObserverCost observer(List<DoneTrial> done) {
        long nanos =
                done.stream().mapToLong(each -> each.trial().durationNanos()).sum();
        return ObserverCost.unknown(nanos);
    }
}
