package org.joulemark.engine.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.joulemark.engine.model.BlobId;
import org.joulemark.engine.model.ObserverCost;
import org.joulemark.engine.model.RunId;
import org.joulemark.engine.model.SensorEnergy;
import org.joulemark.engine.model.SensorId;
import org.joulemark.engine.model.SensorInfo;
import org.joulemark.engine.model.SensorTrace;
import org.joulemark.engine.model.Tick;
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
    private final Map<SensorInfo, Integer> written = new HashMap<>();
    private final AtomicReference<@Nullable IOException> trouble = new AtomicReference<>();
    private volatile boolean stopped;

    PowerRecorder(SensorSurvey survey, RunJournal journal, RunId run) {
        this.survey = survey;
        this.journal = journal;
        this.run = run;
        this.sampler = new Sampler(survey.sensors(), Sampler.PERIOD_NANOS);
        this.writer = Thread.ofPlatform().daemon().name("sample-writer").start(this::write);
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
        for (PowerSensor sensor : survey.sensors()) {
            SensorInfo info = sensor.info();
            int from = written.getOrDefault(info, 0);
            SensorTrace chunk = sampler.trace(info.id(), from);
            if (chunk.size() == 0) {
                continue;
            }
            try {
                journal.samples(run, info.id(), chunk);
                written.put(info, from + chunk.size());
            } catch (IOException e) {
                trouble.compareAndSet(null, e);
            }
        }
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

    /** Energy by sensor between two ticks; call {@link #mark()} after the window first. */
    List<SensorEnergy> energies(Tick start, Tick end) {
        List<SensorEnergy> energies = new ArrayList<>();
        for (PowerSensor sensor : survey.sensors()) {
            SensorInfo info = sensor.info();
            energies.add(EnergyWindow.over(info, sampler.trace(info.id()), start.nanos(), end.nanos()));
        }
        return List.copyOf(energies);
    }

    /** Keeps all traces and gives their addresses by sensor id. */
    Map<String, BlobId> keepTraces() throws IOException {
        Map<String, BlobId> traces = new LinkedHashMap<>();
        for (PowerSensor sensor : survey.sensors()) {
            traces.put(
                    sensor.info().id().value(),
                    journal.keep(sampler.trace(sensor.info().id())));
        }
        return traces;
    }

    ObserverCost cost(long trialNanos, double hostCpuSeconds) {
        long cpu = sampler.cpuNanos();
        return new ObserverCost(
                cpu < 0 ? -1 : cpu / 1e9, hostCpuSeconds, trialNanos, sampler.ticksLate(), sampler.ticks());
    }

    /** CPU time of this program so far, in nanoseconds. */
    static long hostCpuNanos() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    @Override
    public void close() {
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
}
