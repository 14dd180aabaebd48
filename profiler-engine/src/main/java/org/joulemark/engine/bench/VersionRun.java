package org.joulemark.engine.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.joulemark.engine.dataset.Agreements;
import org.joulemark.engine.dataset.EvaluationSet;
import org.joulemark.engine.dataset.Scored;
import org.joulemark.engine.dataset.Scoring;
import org.joulemark.engine.model.AccuracyResult;
import org.joulemark.engine.model.AgreementResult;
import org.joulemark.engine.model.BlobId;
import org.joulemark.engine.model.Failure;
import org.joulemark.engine.model.Finding;
import org.joulemark.engine.model.LatencySeries;
import org.joulemark.engine.model.LoadFacts;
import org.joulemark.engine.model.OutputValue;
import org.joulemark.engine.model.Placement;
import org.joulemark.engine.model.Severity;
import org.joulemark.engine.model.TensorData;
import org.joulemark.engine.model.Trial;
import org.joulemark.engine.model.UserError;
import org.joulemark.engine.model.VersionResult;
import org.joulemark.engine.stats.LatencySummaries;
import org.jspecify.annotations.Nullable;

/** One version on its way through a run: its worker, and what is known of it so far. */
final class VersionRun {
    private final PreparedVersion version;
    private final int callRows;
    private final List<Trial> trials = new ArrayList<>();
    private final List<LatencySeries> latencies = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private List<TensorData> inputs;
    private @Nullable InferenceWorker worker;
    private InferenceWorker.@Nullable Ready ready;
    private InferenceWorker.@Nullable Loaded loaded;
    private InferenceWorker.@Nullable Fed fed;
    private @Nullable Placement placement;
    private Agreements.@Nullable Answered answered;
    private @Nullable AccuracyResult accuracy;
    private @Nullable AgreementResult agreement;
    private @Nullable Failure failure;
    private @Nullable Long clockBoundNanos;
    private boolean steady = true;
    private long peakResidentBytes;

    VersionRun(PreparedVersion version, int callRows) {
        this.version = version;
        this.callRows = callRows;
        this.inputs = version.inputs();
    }

    PreparedVersion version() {
        return version;
    }

    boolean failed() {
        return failure != null;
    }

    int trialsDone() {
        return trials.size();
    }

    InferenceWorker.@Nullable Ready ready() {
        return ready;
    }

    Agreements.@Nullable Answered answered() {
        return answered;
    }

    /** Starts the worker, loads and feeds it, unless it is there already. */
    InferenceWorker open(WorkerFactory workers, WorkerSettings settings, LoadRequest request) throws WorkerException {
        InferenceWorker open = worker;
        if (open != null) {
            return open;
        }
        InferenceWorker started = workers.start(settings);
        worker = started;
        ready = started.ready();
        InferenceWorker.Loaded now = started.load(request);
        InferenceWorker.Fed fedNow = feed(started, MadeUpSizes.hint(request.freeDimensions(), version.facts()));
        if (loaded == null) {
            loaded = now;
            fed = fedNow;
            fedNow.notNumbers().forEach(one -> findings.add(one.finding()));
        }
        return started;
    }

    private InferenceWorker.Fed feed(InferenceWorker started, String hint) throws WorkerException {
        if (callRows > 0) {
            return started.feed(inputs, callRows);
        }
        GeneratedInputs.Taken taken = GeneratedInputs.feed(started, inputs, hint);
        if (taken.zeroed()) {
            inputs = taken.inputs();
            findings.add(GeneratedInputs.ZEROED);
        }
        return taken.fed();
    }

    /** Scores the version, in a pass of its own outside the timed windows. */
    void evaluate(InferenceWorker open, EvaluationSet data, RunJournal journal) throws WorkerException, IOException {
        List<OutputValue> outputs = open.evaluate();
        try {
            Scored scored = Scoring.score(data, outputs);
            findings.addAll(scored.findings());
            BlobId predictions = journal.keep(scored.predictions());
            accuracy = new AccuracyResult(scored.task(), data.rows(), scored.correct(), scored.scores(), predictions);
            answered = new Agreements.Answered(version.name(), outputs, scored.predictions());
        } catch (UserError e) {
            findings.add(new Finding("no-accuracy", Severity.WARNING, e.line(), "give data that fit the model"));
        }
    }

    void profile(InferenceWorker open) throws WorkerException {
        placement = open.profile();
    }

    void compareWith(Agreements.Answered reference, EvaluationSet data) {
        Agreements.Answered own = answered;
        if (own != null) {
            agreement = Agreements.of(reference, own, data.facts().task());
        }
    }

    void warmedUp(boolean reachedSteady) {
        steady &= reachedSteady;
    }

    void add(TrialMeter.Measured measured) {
        trials.add(measured.trial());
        latencies.add(measured.calls());
        Long known = clockBoundNanos;
        clockBoundNanos = Math.max(measured.clockBoundNanos(), known == null ? 0 : known);
    }

    void fail(Failure why) {
        failure = why;
        close();
    }

    /** Ends the worker; its peak memory is read before it goes. */
    void close() {
        InferenceWorker open = worker;
        if (open != null) {
            peakResidentBytes = Math.max(peakResidentBytes, open.peakResidentBytes());
            open.close();
            worker = null;
        }
    }

    VersionResult result() {
        return new VersionResult(
                version.name(),
                version.facts(),
                version.configuration(),
                loadFacts(),
                latencies.isEmpty() ? null : LatencySummaries.ofAll(latencies),
                accuracy,
                agreement,
                List.copyOf(trials),
                failure,
                List.copyOf(findings));
    }

    private @Nullable LoadFacts loadFacts() {
        InferenceWorker.Loaded load = loaded;
        InferenceWorker.Fed feed = fed;
        if (load == null || feed == null) {
            return null;
        }
        return new LoadFacts(
                load.loadNanos(),
                feed.firstInferenceNanos(),
                peakResidentBytes,
                feed.outputsPinned(),
                steady,
                placement,
                clockBoundNanos,
                version.notes());
    }
}
