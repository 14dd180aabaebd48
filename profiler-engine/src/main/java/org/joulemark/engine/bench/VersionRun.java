package org.joulemark.engine.bench;

import java.util.stream.Stream;
import org.joulemark.engine.model.Failure;
import org.joulemark.engine.model.LoadFacts;
import org.joulemark.engine.model.Placement;
import org.joulemark.engine.model.VersionResult;
import org.jspecify.annotations.Nullable;

/** One version on its way through a run: its worker, and what is known of it so far. */
final class VersionRun {
    private final PreparedVersion version;
    private final VersionWorker worker;
    private final VersionTrials trials = new VersionTrials();
    private final VersionScores scores;
    private @Nullable Placement placement;
    private @Nullable Failure failure;

    VersionRun(PreparedVersion version, int callRows) {
        this.version = version;
        this.worker = new VersionWorker(new VersionInputs(version, callRows));
        this.scores = new VersionScores(version.name());
    }

    PreparedVersion version() {
        return version;
    }

    VersionWorker worker() {
        return worker;
    }

    VersionTrials trials() {
        return trials;
    }

    VersionScores scores() {
        return scores;
    }

    boolean failed() {
        return failure != null;
    }

    /** Looks where the nodes of the model run, in a session of its own. */
    void profile(InferenceWorker open) throws WorkerException {
        placement = open.profile();
    }

    void fail(Failure why) {
        failure = why;
        close();
    }

    /** Ends the worker, if there is one. */
    void close() {
        worker.close();
    }

    VersionResult result() {
        return new VersionResult(
                version.key(),
                version.name(),
                version.facts(),
                version.configuration(),
                loadFacts(),
                trials.latency(),
                scores.accuracy(),
                scores.agreement(),
                trials.all(),
                failure,
                Stream.concat(worker.findings().stream(), scores.findings().stream())
                        .toList());
    }

    private @Nullable LoadFacts loadFacts() {
        VersionWorker.FirstLoad first = worker.firstLoad();
        return first == null
                ? null
                : new LoadFacts(
                        first.loaded().loadNanos(),
                        first.fed().firstInferenceNanos(),
                        worker.peakResidentBytes(),
                        first.fed().outputsPinned(),
                        trials.steady(),
                        placement,
                        trials.clockBoundNanos(),
                        version.notes());
    }
}
