package org.joulemark.engine.bench;

import java.io.IOException;
import java.util.List;
import org.joulemark.engine.dataset.Agreements;
import org.joulemark.engine.dataset.EvaluationSet;
import org.joulemark.engine.model.Baselines;
import org.joulemark.engine.model.Failure;
import org.joulemark.engine.model.ProtocolSettings;
import org.joulemark.engine.model.ProviderId;
import org.joulemark.engine.model.Tick;

/** What happens in a run, in its order: baseline, every version once, blocks of interleaved trials, baseline. */
final class RunCourse implements AutoCloseable {
    private final RunTask task;
    private final List<VersionRun> versions;
    private final WorkerLoans workers;
    private final TrialMeter meter;
    private final Rest rest;
    private final Progress progress;
    private Baselines baselines = Baselines.NONE;

    RunCourse(RunTask task, PowerRecorder recorder) {
        PreparedPlan prepared = task.prepared();
        this.task = task;
        this.versions = prepared.versions().stream()
                .map(version -> new VersionRun(version, prepared.callRows(version)))
                .toList();
        this.workers = WorkerLoans.of(task);
        this.meter = new TrialMeter(
                task.instruments(), recorder, task.journal(), settings().windowNanos());
        this.rest = new Rest(task, recorder);
        this.progress = new Progress(prepared.plan(), task.listener());
    }

    /** The versions in the order of the plan, with what is known of them so far. */
    List<VersionRun> versions() {
        return versions;
    }

    /** The baselines that were reached so far. */
    Baselines baselines() {
        return baselines;
    }

    /**
     * Goes through the whole course; no worker is left when it returns, however it ends.
     *
     * @throws IOException if the journal could not be written
     */
    void measure() throws IOException, Cancellation.CancelledException {
        try {
            baselineBefore();
            for (VersionRun version : versions) {
                prepare(version);
            }
            agree();
            blocks();
        } finally {
            close();
        }
        baselineAfter();
    }

    private void baselineBefore() throws IOException, Cancellation.CancelledException {
        progress.stage(Stage.idle(true));
        baselines = baselines.withBefore(rest.baseline(null));
        progress.idled();
    }

    private void baselineAfter() throws IOException, Cancellation.CancelledException {
        Tick ended = Tick.now();
        progress.stage(Stage.settling());
        rest.afterTrials();
        progress.settled();
        progress.stage(Stage.idle(false));
        baselines = baselines.withAfter(rest.baseline(ended));
        progress.idled();
    }

    /** Loads a version, scores it and looks where it runs, all outside the timed windows. */
    private void prepare(VersionRun version) throws IOException, Cancellation.CancelledException {
        progress.stage(Stage.Kind.LOADING, version.version(), 0);
        try {
            workers.lend(version, worker -> {
                EvaluationSet data = task.prepared().data();
                if (data != null && data.labelled()) {
                    version.scores().evaluate(worker, data, task.journal());
                }
                if (!version.version().configuration().provider().equals(ProviderId.CPU)) {
                    version.profile(worker);
                }
            });
        } catch (WorkerException e) {
            failed(version, e.failure());
        }
        progress.loaded();
    }

    /** The first version that answered is the reference of all others. */
    private void agree() {
        EvaluationSet data = task.prepared().data();
        Agreements.Answered reference = versions.getFirst().scores().answered();
        if (data != null && reference != null) {
            versions.stream().skip(1).forEach(version -> version.scores().compareWith(reference, data));
        }
    }

    private void blocks() throws IOException, Cancellation.CancelledException {
        long seed = task.prepared().plan().seed();
        List<List<Integer>> blocks = Schedule.blocks(versions.size(), settings().trials(), seed);
        for (int block = 0; block < blocks.size(); block++) {
            for (int position = 0; position < versions.size(); position++) {
                VersionRun version = versions.get(blocks.get(block).get(position));
                if (!version.failed()) {
                    trial(version, new TrialMeter.Place(block, position, version.version()));
                }
            }
        }
    }

    private void trial(VersionRun version, TrialMeter.Place place) throws IOException, Cancellation.CancelledException {
        int number = place.block() + 1;
        if (settings().coolDownMaxNanos() > 0) {
            progress.stage(Stage.Kind.COOL_DOWN, place.version(), number);
            rest.beforeTrial(place.version().configuration().device());
        }
        try {
            workers.lend(version, worker -> {
                progress.stage(Stage.Kind.WARM_UP, place.version(), number);
                version.trials().warmedUp(WarmUp.run(worker, settings(), task.cancellation()));
                progress.stage(Stage.Kind.TRIAL, place.version(), number);
                TrialMeter.Measured measured = meter.measure(worker, place);
                version.trials().add(measured);
                progress.trialDone(place.version(), measured.trial());
                if (version.trials().done() == settings().trials()) {
                    task.listener().versionDone(version.result());
                }
            });
        } catch (WorkerException e) {
            failed(version, e.failure());
        }
    }

    private void failed(VersionRun version, Failure failure) {
        progress.skipped(settings().trials() - version.trials().done());
        version.fail(failure);
        task.listener().versionDone(version.result());
    }

    private ProtocolSettings settings() {
        return task.prepared().plan().settings();
    }

    /** Ends the workers. */
    @Override
    public void close() {
        versions.forEach(VersionRun::close);
    }
}
