package org.joulemark.engine.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.joulemark.engine.dataset.Agreements;
import org.joulemark.engine.dataset.EvaluationSet;
import org.joulemark.engine.model.Baselines;
import org.joulemark.engine.model.BenchPlan;
import org.joulemark.engine.model.Configuration;
import org.joulemark.engine.model.DeviceId;
import org.joulemark.engine.model.Failure;
import org.joulemark.engine.model.Grade;
import org.joulemark.engine.model.IdleWindow;
import org.joulemark.engine.model.Judgement;
import org.joulemark.engine.model.ProtocolSettings;
import org.joulemark.engine.model.ProviderId;
import org.joulemark.engine.model.Run;
import org.joulemark.engine.model.RunEnding;
import org.joulemark.engine.model.RunEvidence;
import org.joulemark.engine.model.RunStatus;
import org.joulemark.engine.model.SoftwareVersions;
import org.joulemark.engine.model.Tick;
import org.joulemark.engine.model.Trial;
import org.joulemark.engine.model.UserError;
import org.jspecify.annotations.Nullable;

/** The course of one run: baseline, blocks of interleaved trials, baseline. */
final class RunExecution implements AutoCloseable {
    /** More workers than this are not kept warm side by side. */
    private static final int MAX_WARM_WORKERS = 8;

    private final BenchEnvironment environment;
    private final RunJournal journal;
    private final Cancellation cancellation;
    private final PreparedPlan prepared;
    private final BenchListener listener;
    private final ProtocolSettings settings;
    private final PowerRecorder recorder;
    private final TrialMeter meter;
    private final Run begun;
    private final Progress progress;
    private final CoolDown coolDown;
    private final List<VersionRun> versions = new ArrayList<>();
    private @Nullable IdleWindow idleBefore;
    private @Nullable IdleWindow idleAfter;
    private long trialNanos;
    private double hostCpuSeconds;

    /** Records the start of a run. @throws IOException if that is not possible; nothing is left open then */
    RunExecution(
            RunInstruments instruments,
            RunJournal journal,
            Cancellation cancellation,
            PreparedPlan prepared,
            BenchListener listener)
            throws IOException {
        this.environment = instruments.environment();
        this.journal = journal;
        this.cancellation = cancellation;
        this.prepared = prepared;
        this.listener = listener;
        this.settings = prepared.plan().settings();
        this.progress = new Progress(prepared.plan(), listener);
        this.coolDown = new CoolDown(instruments.gpuWatch(), settings, cancellation);
        for (PreparedVersion version : prepared.versions()) {
            versions.add(new VersionRun(version, prepared.callRows(version)));
        }
        this.begun = RunRecord.begun(instruments, prepared);
        journal.started(begun);
        // Last, because it starts threads that only a finished object can end.
        this.recorder = new PowerRecorder(instruments.survey(), journal, begun.id());
        this.meter = new TrialMeter(instruments, recorder, journal, settings.windowNanos());
    }

    Run execute() throws IOException {
        RunStatus status = RunStatus.COMPLETED;
        String reason = "";
        try {
            listener.started(begun, recorder);
            measure();
            if (versions.stream().allMatch(VersionRun::failed)) {
                status = RunStatus.FAILED;
                reason = "no version could be measured";
            }
        } catch (Cancellation.CancelledException e) {
            status = RunStatus.CANCELLED;
            reason = "stopped by the user";
        } catch (IOException e) {
            status = RunStatus.FAILED;
            reason = "the history could not be written: " + UserError.reason(e);
        }
        versions.forEach(VersionRun::close);
        recorder.close();
        return begun.withSetting(begun.setting().withSoftware(software()))
                .withEnding(new RunEnding(status, reason, Instant.now()))
                .withBaselines(new Baselines(idleBefore, idleAfter))
                .withVersions(versions.stream().map(VersionRun::result).toList())
                .withEvidence(new RunEvidence(recorder.keepTraces(), recorder.cost(trialNanos, hostCpuSeconds)))
                .withJudgement(new Judgement(Grade.X, List.of("not graded")));
    }

    private SoftwareVersions software() {
        SoftwareVersions known = begun.setting().software();
        return versions.stream()
                .map(VersionRun::ready)
                .filter(Objects::nonNull)
                .findFirst()
                .map(ready -> RunRecord.software(known, ready))
                .orElse(known);
    }

    private void measure() throws IOException, Cancellation.CancelledException {
        idleBefore = idle(Stage.idle(true), null);
        for (VersionRun version : versions) {
            prepare(version);
        }
        agree();
        List<List<Integer>> blocks = Schedule.blocks(
                versions.size(), settings.trials(), prepared.plan().seed());
        for (int block = 0; block < blocks.size(); block++) {
            for (int position = 0; position < versions.size(); position++) {
                VersionRun version = versions.get(blocks.get(block).get(position));
                if (!version.failed()) {
                    trial(version, block, position);
                }
            }
        }
        versions.forEach(VersionRun::close);
        Tick ended = Tick.now();
        progress.stage(Stage.settling());
        coolDown.beforeBaseline();
        progress.settled(settings);
        idleAfter = idle(Stage.idle(false), ended);
    }

    /** A baseline; {@code ended} is when the last trial's worker was gone, if there was one. */
    private IdleWindow idle(Stage stage, @Nullable Tick ended) throws IOException, Cancellation.CancelledException {
        progress.stage(stage);
        recorder.mark();
        Tick start = Tick.now();
        cancellation.pause(settings.idleNanos());
        Tick end = Tick.now();
        recorder.mark();
        recorder.check();
        progress.idled(settings);
        Long settled = ended == null ? null : start.nanosSince(ended);
        return new IdleWindow(start.nanos(), end.nanos(), recorder.energies(start, end), settled);
    }

    private void prepare(VersionRun version) throws IOException, Cancellation.CancelledException {
        progress.stage(stage(Stage.Kind.LOADING, version, 0));
        try {
            InferenceWorker worker = open(version);
            cancellation.busy(worker);
            EvaluationSet data = prepared.data();
            if (data != null && data.labelled()) {
                version.evaluate(worker, data, journal);
            }
            if (!version.version().configuration().provider().equals(ProviderId.CPU)) {
                version.profile(worker);
            }
            if (!keepWarm()) {
                version.close();
            }
        } catch (WorkerException e) {
            failed(version, e.failure());
        } finally {
            cancellation.idle();
        }
        progress.loaded();
    }

    /** The first version that answered is the reference of all others. */
    private void agree() {
        EvaluationSet data = prepared.data();
        Agreements.Answered reference = versions.getFirst().answered();
        if (data != null && reference != null) {
            versions.stream().skip(1).forEach(version -> version.compareWith(reference, data));
        }
    }

    private InferenceWorker open(VersionRun version) throws WorkerException {
        BenchPlan plan = prepared.plan();
        Configuration configuration = version.version().configuration();
        String ortHome = plan.ortHome();
        WorkerSettings workers = new WorkerSettings(
                environment.cacheFolder(),
                ortHome == null ? null : Path.of(ortHome),
                plan.memoryLimitBytes(),
                plan.hangNanos());
        LoadRequest request = new LoadRequest(
                version.version().path(),
                configuration.provider(),
                configuration.device().index(),
                configuration.intraOpThreads(),
                plan.freeDimensions(),
                true);
        return version.open(environment.workers(), workers, request);
    }

    private void trial(VersionRun version, int block, int position)
            throws IOException, Cancellation.CancelledException {
        if (settings.coolDownMaxNanos() > 0) {
            progress.stage(stage(Stage.Kind.COOL_DOWN, version, block + 1));
            coolDown.before(version.version().configuration().device());
        }
        try {
            InferenceWorker worker = open(version);
            cancellation.busy(worker);
            progress.stage(stage(Stage.Kind.WARM_UP, version, block + 1));
            version.warmedUp(WarmUp.run(worker, settings, cancellation));
            progress.stage(stage(Stage.Kind.TRIAL, version, block + 1));
            measureWindow(
                    version,
                    worker,
                    new TrialMeter.Place(block, position, version.version().configuration()));
            progress.trialDone(settings);
            if (version.trialsDone() == settings.trials()) {
                listener.versionDone(version.result());
            }
            if (!keepWarm()) {
                version.close();
            }
        } catch (WorkerException e) {
            failed(version, e.failure());
        } finally {
            cancellation.idle();
        }
    }

    private void measureWindow(VersionRun version, InferenceWorker worker, TrialMeter.Place place)
            throws WorkerException, IOException {
        TrialMeter.Measured measured = meter.measure(worker, place);
        Trial trial = measured.trial();
        // First, so that no trial stands in the run's record of which the history has no event.
        recorder.trialDone(version.version().key(), trial);
        version.add(measured);
        trialNanos += trial.durationNanos();
        hostCpuSeconds += trial.hostCpuSeconds();
        listener.trialDone(version.version().key(), trial);
    }

    private void failed(VersionRun version, Failure failure) throws Cancellation.CancelledException {
        // A worker that was killed because the user cancelled has not failed.
        cancellation.check();
        progress.skipped(settings, settings.trials() - version.trialsDone());
        version.fail(failure);
        listener.versionDone(version.result());
    }

    private boolean keepWarm() {
        long bytes = versions.stream()
                .mapToLong(version -> version.version().facts().sizeBytes())
                .sum();
        return versions.size() <= MAX_WARM_WORKERS
                && 3 * bytes < environment.machine().memoryBytes() / 2;
    }

    private Stage stage(Stage.Kind kind, VersionRun version, int trial) {
        DeviceId device = version.version().configuration().device();
        int of = trial == 0 ? 0 : settings.trials();
        return new Stage(kind, version.version().key(), label(version), device, trial, of, System.nanoTime());
    }

    private String label(VersionRun version) {
        PreparedVersion one = version.version();
        return prepared.plan().label(one.name(), one.configuration());
    }

    @Override
    public void close() {
        versions.forEach(VersionRun::close);
        recorder.close();
    }
}
