package org.joulemark.engine.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.joulemark.engine.model.Configuration;
import org.joulemark.engine.model.DeviceId;
import org.joulemark.engine.model.Finding;
import org.joulemark.engine.model.LatencySeries;
import org.joulemark.engine.model.Quantity;
import org.joulemark.engine.model.SensorEnergy;
import org.joulemark.engine.model.SensorInfo;
import org.joulemark.engine.model.Severity;
import org.joulemark.engine.model.Tick;
import org.joulemark.engine.model.Trial;
import org.joulemark.engine.stats.LatencySummaries;

/** Measures and records timed windows: sensors, clocks and CPU times are read at both edges, and nothing but calls lies between. */
final class TrialMeter {
    private final RunInstruments instruments;
    private final PowerRecorder recorder;
    private final RunJournal journal;
    private final long windowNanos;

    TrialMeter(RunInstruments instruments, PowerRecorder recorder, RunJournal journal, long windowNanos) {
        this.instruments = instruments;
        this.recorder = recorder;
        this.journal = journal;
        this.windowNanos = windowNanos;
    }

    /**
     * A trial and what is kept beside it.
     *
     * @param trial the trial
     * @param calls its latencies
     * @param clockBoundNanos bound of the difference of the clocks of host and worker
     */
    record Measured(Trial trial, LatencySeries calls, long clockBoundNanos) {}

    /**
     * Where a trial stands.
     *
     * @param block block of the order
     * @param position place in the block
     * @param version what is measured
     */
    record Place(int block, int position, PreparedVersion version) {}

    private record Edges(CallSpan span, double hostSeconds, double machineSeconds) {}

    Measured measure(InferenceWorker worker, Place place) throws WorkerException, IOException {
        long clockBound = worker.prepare(windowNanos, 1);
        Edges edges = run(worker);
        InferenceWorker.Window window = worker.collect();
        recorder.check();
        LatencySeries calls = window.calls();
        CallSpan span = edges.span();
        Configuration configuration = place.version().configuration();
        double workerSeconds = window.workerCpuNanos() < 0 ? -1 : window.workerCpuNanos() / 1e9;
        Trial trial = new Trial(
                place.block(),
                place.position(),
                span.begin().nanos(),
                span.end().nanos(),
                calls.size(),
                configuration.batchSize(),
                LatencySummaries.of(calls.toArray()),
                journal.keep(calls),
                recorder.energies(span.begin(), span.end()),
                workerSeconds,
                edges.hostSeconds(),
                findings(window, edges, configuration.device()));
        // First, so that no trial stands in the run's record of which the history has no event.
        recorder.trialDone(place.version().key(), trial);
        return new Measured(trial, calls, clockBound);
    }

    private Edges run(InferenceWorker worker) throws WorkerException {
        recorder.mark();
        long hostCpu = PowerRecorder.hostCpuNanos();
        instruments.machineWatch().windowBegins();
        Tick start = Tick.now();
        CallSpan told = worker.runPrepared();
        Tick end = Tick.now();
        double machineSeconds = instruments.machineWatch().windowEnds();
        double hostSeconds = (PowerRecorder.hostCpuNanos() - hostCpu) / 1e9;
        recorder.mark();
        return new Edges(told.within(new CallSpan(start, end)), hostSeconds, machineSeconds);
    }

    private List<Finding> findings(InferenceWorker.Window window, Edges edges, DeviceId device) {
        List<Finding> findings = new ArrayList<>(instruments.gpuWatch().afterTrial(device));
        double own = window.workerCpuNanos() < 0 ? Double.NaN : window.workerCpuNanos() / 1e9 + edges.hostSeconds();
        findings.addAll(instruments
                .machineWatch()
                .afterTrial(edges.machineSeconds(), own, edges.span().nanos()));
        Drift.latency(window.calls()).ifPresent(findings::add);
        findings.addAll(powerDrift(edges.span(), device));
        if (window.truncated()) {
            findings.add(new Finding(
                    "window-truncated",
                    Severity.WARNING,
                    "the window ended early because it held more calls than can be kept",
                    "use a larger batch"));
        }
        return List.copyOf(findings);
    }

    private List<Finding> powerDrift(CallSpan span, DeviceId device) {
        long third = span.nanos() / Drift.PARTS;
        List<SensorEnergy> first =
                recorder.energies(span.begin(), new Tick(span.begin().nanos() + third));
        List<SensorEnergy> last = recorder.energies(new Tick(span.end().nanos() - third), span.end());
        List<SensorInfo> sensors = recorder.sensors();
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < sensors.size(); i++) {
            SensorInfo sensor = sensors.get(i);
            if (sensor.counted()
                    && sensor.device().equals(device)
                    && first.get(i).energy() instanceof Quantity before
                    && last.get(i).energy() instanceof Quantity after) {
                double seconds = third / 1e9;
                Drift.power(sensor.name(), before.value() / seconds, after.value() / seconds)
                        .ifPresent(findings::add);
            }
        }
        return findings;
    }
}
