package org.joulemark.app.ui.bench;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.joulemark.app.ui.desk.Desk;
import org.joulemark.app.ui.desk.Job;
import org.joulemark.app.ui.desk.Words;
import org.joulemark.app.ui.fx.Texts;
import org.joulemark.app.ui.plot.Flag;
import org.joulemark.app.ui.plot.FlagKind;
import org.joulemark.app.ui.plot.PhaseKind;
import org.joulemark.app.ui.plot.TimelineModel;
import org.joulemark.app.workbench.RecordedFigures;
import org.joulemark.engine.bench.BenchListener;
import org.joulemark.engine.bench.Stage;
import org.joulemark.engine.compare.Contender;
import org.joulemark.engine.model.DeviceId;
import org.joulemark.engine.model.Figure;
import org.joulemark.engine.model.Finding;
import org.joulemark.engine.model.MachineFingerprint;
import org.joulemark.engine.model.Run;
import org.joulemark.engine.model.RunStatus;
import org.joulemark.engine.model.SensorInfo;
import org.joulemark.engine.model.Severity;
import org.joulemark.engine.model.Trial;
import org.joulemark.engine.model.VersionKey;
import org.joulemark.engine.model.VersionResult;
import org.joulemark.engine.power.LivePower;
import org.joulemark.engine.power.SensorStatus;
import org.jspecify.annotations.Nullable;

/** What goes on now: brings sensors, stages and results of the run to the screen. */
final class LiveRun implements RunQueue.Watcher, LiveFeed.Sink {
    private final Desk desk;
    private final Texts texts;
    private final StageWords stageWords;
    private final Job job;
    private final ResultsModel results;
    private final DevicesModel devices;
    private final TimelineModel timeline;
    private final ReadOnlyBooleanWrapper cancelling = new ReadOnlyBooleanWrapper();
    private @Nullable LiveFeed feed;
    private @Nullable MachineFingerprint machine;
    private long deadlineNanos;

    LiveRun(Desk desk, Texts texts, ResultsModel results, DevicesModel devices, TimelineModel timeline) {
        this.desk = desk;
        this.texts = texts;
        this.stageWords = new StageWords(texts);
        this.job = desk.job();
        this.results = results;
        this.devices = devices;
        this.timeline = timeline;
    }

    TimelineModel timeline() {
        return timeline;
    }

    /** Whether the user asked to stop and the run has not ended yet. */
    ReadOnlyBooleanProperty cancellingProperty() {
        return cancelling.getReadOnlyProperty();
    }

    /** Begins to watch the sensors of the machine. */
    void watch(MachineFingerprint found) {
        machine = found;
        desk.tasks()
                .run(
                        desk.workbench()::probes,
                        probes -> {
                            LiveFeed fresh = new LiveFeed(probes, timeline, this);
                            feed = fresh;
                            fresh.start();
                        },
                        desk.notices()::fail);
    }

    void cancelling() {
        if (job.runningProperty().get()) {
            cancelling.set(true);
            job.stageProperty().set(texts.get("run.cancelling"));
        }
    }

    void close() {
        LiveFeed open = feed;
        if (open != null) {
            open.close();
        }
    }

    // ---- what the feed tells, on its thread

    @Override
    public void found(List<SensorStatus> statuses) {
        MachineFingerprint known = machine;
        if (known == null) {
            return;
        }
        desk.tasks().onScreen(() -> {
            devices.found(known, statuses);
            long readable = statuses.stream().filter(SensorStatus::readable).count();
            long locked = statuses.stream()
                    .filter(status -> !status.readable() && !status.remedy().isEmpty())
                    .count();
            job.sensorsProperty().set(texts.format("status.sensors", readable, locked));
            devices.rows().stream()
                    .filter(row -> !row.trouble().isEmpty() && row.quality().isEmpty())
                    .forEach(row -> timeline.addRow(row.device(), row.name(), row.trouble()));
        });
    }

    @Override
    public void added(SensorInfo sensor) {
        MachineFingerprint known = machine;
        if (known != null) {
            timeline.addSensor(
                    sensor, deviceName(known, sensor.device()), desk.words().provenance(sensor.provenance()));
        }
    }

    private static String deviceName(MachineFingerprint machine, DeviceId device) {
        return machine.gpus().stream()
                .filter(gpu -> gpu.device().equals(device))
                .map(gpu -> gpu.name())
                .findFirst()
                .orElse(device.equals(DeviceId.CPU) ? machine.cpuName() : device.text());
    }

    @Override
    public void now(Map<DeviceId, Double> watts, Map<DeviceId, Double> celsius) {
        desk.tasks().onScreen(() -> {
            devices.show(watts, celsius);
            showTimeLeft();
        });
    }

    // ---- what the queue tells, on the screen's thread

    @Override
    public BenchListener begins(QueuedRun run) {
        cancelling.set(false);
        job.runningProperty().set(true);
        job.fractionProperty().set(0);
        job.stageProperty().set(texts.get("run.preparing"));
        job.timeLeftProperty().set("");
        deadlineNanos = 0;
        results.prepared(run.plan());
        timeline.followAnew();
        return new Hearing();
    }

    @Override
    public void ended(QueuedRun run, Run record) {
        over();
        if (record.ending().status() != RunStatus.COMPLETED) {
            desk.notices()
                    .fail(texts.format(
                            "run.ended-early",
                            desk.words().status(record.ending().status()),
                            texts.said(record.ending().reason())));
        } else {
            desk.notices()
                    .tell(texts.format("run.done", run.words(), record.id().value()));
        }
        desk.navigation().ended(record);
    }

    @Override
    public void failed(QueuedRun run, Exception why) {
        over();
        results.failed(desk.words().problem(why));
        desk.notices().fail(why);
    }

    private void over() {
        timeline.endPhase(System.nanoTime());
        LiveFeed open = feed;
        if (open != null) {
            open.unfollow();
            open.quiet(false);
        }
        cancelling.set(false);
        job.runningProperty().set(false);
        job.stageProperty().set("");
        job.timeLeftProperty().set("");
    }

    private void showTimeLeft() {
        if (job.runningProperty().get() && deadlineNanos != 0) {
            job.timeLeftProperty().set(Words.duration(Math.max(0, deadlineNanos - System.nanoTime())));
        }
    }

    private void stage(Stage stage, double doneFraction, long remainingNanos) {
        deadlineNanos = System.nanoTime() + remainingNanos;
        job.fractionProperty().set(doneFraction);
        if (!cancelling.get()) {
            job.stageProperty().set(stageWords.of(stage));
        }
        results.atWork(stage);
        showTimeLeft();
    }

    /** What the run tells, on the runner's thread. */
    private final class Hearing implements BenchListener {
        private @Nullable Run begun;

        @Override
        public void started(Run run, LivePower power) {
            begun = run;
            desk.tasks().onScreen(() -> results.begun(run));
            LiveFeed open = feed;
            if (open != null) {
                open.follow(power);
            }
            String warnings = run.setting().preflight().stream()
                    .filter(finding -> finding.severity() != Severity.NOTE)
                    .map(finding -> texts.said(finding.text())
                            + (finding.remedy().isEmpty() ? "" : ": " + texts.said(finding.remedy())))
                    .collect(Collectors.joining("; "));
            if (!warnings.isEmpty()) {
                desk.tasks().onScreen(() -> desk.notices().tell(warnings));
            }
        }

        @Override
        public void stage(Stage stage, double doneFraction, long remainingNanos) {
            timeline.beginPhase(PhaseKind.of(stage.kind()), stageWords.of(stage), stage.sinceNanos());
            LiveFeed open = feed;
            if (open != null) {
                open.quiet(stage.kind() == Stage.Kind.TRIAL);
            }
            desk.tasks().onScreen(() -> LiveRun.this.stage(stage, doneFraction, remainingNanos));
        }

        @Override
        public void trialDone(VersionKey version, Trial trial) {
            trial.findings().forEach(finding -> timeline.flag(flag(trial, finding)));
            trial.energies().stream()
                    .filter(energy -> energy.gapNanos() > 0)
                    .forEach(energy -> timeline.flag(new Flag(
                            trial.endNanos(),
                            FlagKind.GAP,
                            texts.format("flag.gap", energy.sensor().value(), energy.gapNanos() / 1e9))));
            Run known = begun;
            int of = known == null ? 0 : known.plan().settings().trials();
            desk.tasks().onScreen(() -> results.trialDone(version, trial.block() + 1, of));
        }

        @Override
        public void versionDone(VersionResult version) {
            Run known = begun;
            if (known != null) {
                Contender contender = new Contender(known, version);
                Map<String, Figure> figures = ResultsModel.figures(contender);
                desk.tasks().onScreen(() -> results.versionDone(contender, figures));
            }
        }

        @Override
        public void finished(Run run) {
            Map<VersionKey, Map<String, Figure>> figures = RecordedFigures.of(run);
            desk.tasks().onScreen(() -> results.finished(run, figures));
        }

        private Flag flag(Trial trial, Finding finding) {
            FlagKind kind = switch (finding.code()) {
                case "throttled" -> FlagKind.THROTTLE;
                case "foreign-process" -> FlagKind.FOREIGN_PROCESS;
                default -> FlagKind.OTHER;
            };
            return new Flag(trial.endNanos(), kind, texts.said(finding.text()));
        }
    }
}
