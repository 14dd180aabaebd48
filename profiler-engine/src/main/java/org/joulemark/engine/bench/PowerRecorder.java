package org.joulemark.engine.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.joulemark.engine.model.BlobId;
import org.joulemark.engine.model.ObserverCost;
import org.joulemark.engine.model.RunId;
import org.joulemark.engine.model.SensorEnergy;
import org.joulemark.engine.model.SensorId;
import org.joulemark.engine.model.SensorInfo;
import org.joulemark.engine.model.SensorTrace;
import org.joulemark.engine.model.Tick;
import org.joulemark.engine.model.Trial;
import org.joulemark.engine.model.VersionKey;
import org.joulemark.engine.power.EnergyWindow;
import org.joulemark.engine.power.LivePower;
import org.joulemark.engine.power.PowerSensor;
import org.joulemark.engine.power.Sampler;
import org.joulemark.engine.power.SensorSurvey;
import org.jspecify.annotations.Nullable;

/**
 * Samples all sensors while a run goes on, writes what they say to the journal each second, and brackets windows. The
 * sensors belong to the caller.
 */
final class PowerRecorder implements LivePower, AutoCloseable {
    private static final long FLUSH_MILLIS = 1_000;

    private final SensorSurvey survey;
    private final Sampler sampler;
    private final RunJournal journal;
    private final RunId run;
    private final Thread writer;
    private final Map<SensorId, Integer> written = new HashMap<>();
    private final AtomicReference<@Nullable IOException> trouble = new AtomicReference<>();
    private volatile boolean stopped;

    private PowerRecorder(SensorSurvey survey, Sampler sampler, RunJournal journal, RunId run) {
        this.survey = survey;
        this.sampler = sampler;
        this.journal = journal;
        this.run = run;
        this.writer = Thread.ofPlatform().daemon().name("sample-writer").unstarted(this::write);
    }

    /** Begins to sample and to write. */
    static PowerRecorder start(SensorSurvey survey, RunJournal journal, RunId run) {
        Sampler sampler = Sampler.start(survey.sensors(), Sampler.PERIOD_NANOS);
        PowerRecorder recorder = new PowerRecorder(survey, sampler, journal, run);
        recorder.writer.start();
        return recorder;
    }

    @Override
    public List<SensorInfo> sensors() {
        return survey.sensors().stream().map(PowerSensor::info).toList();
    }

    @Override
    public SensorTrace trace(SensorId sensor, int from) {
        return sampler.trace(sensor, from);
    }

    private void write() {
        try {
            while (!stopped) {
                Thread.sleep(FLUSH_MILLIS);
                flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void flush() {
        unwritten().forEach((sensor, chunk) -> {
            try {
                journal.samples(run, sensor, chunk);
                wrote(sensor, chunk);
            } catch (IOException e) {
                trouble.compareAndSet(null, e);
            }
        });
    }

    /** Records a finished trial and, in the same step, every reading up to now: its closing mark is among them. */
    synchronized void trialDone(VersionKey version, Trial trial) throws IOException {
        Map<SensorId, SensorTrace> latest = unwritten();
        journal.trialDone(run, version, trial, latest);
        latest.forEach(this::wrote);
    }

    /** What the journal does not have yet. */
    private Map<SensorId, SensorTrace> unwritten() {
        Map<SensorId, SensorTrace> chunks = new LinkedHashMap<>();
        for (PowerSensor sensor : survey.sensors()) {
            SensorId id = sensor.info().id();
            SensorTrace chunk = sampler.trace(id, written.getOrDefault(id, 0));
            if (chunk.size() > 0) {
                chunks.put(id, chunk);
            }
        }
        return chunks;
    }

    private void wrote(SensorId sensor, SensorTrace chunk) {
        written.merge(sensor, chunk.size(), Integer::sum);
    }

    /** Throws what went wrong while samples were written, if anything did. */
    void check() throws IOException {
        IOException e = trouble.get();
        if (e != null) {
            throw e;
        }
    }

    /** Reads all sensors now. */
    Tick mark() {
        return sampler.mark();
    }

    /**
     * Energy by sensor between two ticks; call {@link #mark()} at both. A value may be as old as its sensor's period, so
     * the window is closed by a reading well after it: what that shows bounds what the last one inside left out.
     */
    List<SensorEnergy> energies(Tick start, Tick end) {
        close(end);
        List<SensorEnergy> energies = new ArrayList<>();
        for (PowerSensor sensor : survey.sensors()) {
            SensorInfo info = sensor.info();
            energies.add(EnergyWindow.over(info, sampler.trace(info.id()), start.nanos(), end.nanos()));
        }
        return List.copyOf(energies);
    }

    private void close(Tick end) {
        long wait =
                sensors().stream().mapToLong(EnergyWindow::closingNanos).max().orElse(0);
        long left = end.nanos() + wait - System.nanoTime();
        while (left > 0 && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(left);
            left = end.nanos() + wait - System.nanoTime();
        }
        sampler.mark();
    }

    /** Keeps all traces and gives their addresses by sensor. */
    Map<SensorId, BlobId> keepTraces() throws IOException {
        Map<SensorId, BlobId> traces = new LinkedHashMap<>();
        for (PowerSensor sensor : survey.sensors()) {
            traces.put(
                    sensor.info().id(), journal.keep(sampler.trace(sensor.info().id())));
        }
        return traces;
    }

    /** What measuring these trials cost. */
    ObserverCost cost(List<Trial> trials) {
        long trialNanos = trials.stream().mapToLong(Trial::durationNanos).sum();
        double hostCpuSeconds =
                trials.stream().mapToDouble(Trial::hostCpuSeconds).sum();
        long cpu = sampler.cpuNanos();
        return new ObserverCost(
                cpu < 0 ? -1 : cpu / 1e9, hostCpuSeconds, trialNanos, sampler.ticksLate(), sampler.ticks());
    }

    /** CPU time of this program so far, in nanoseconds. */
    static long hostCpuNanos() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    /** Ends sampling and writes what is left; stopping twice is harmless. */
    void stop() {
        stopped = true;
        writer.interrupt();
        try {
            writer.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        sampler.close();
        flush();
    }

    @Override
    public void close() {
        stop();
    }
}
