package org.joulemark.app.ui.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.joulemark.app.ui.plot.TimelineModel;
import org.joulemark.app.ui.plot.TimelineRow;
import org.joulemark.engine.bench.Thermometers;
import org.joulemark.engine.model.DeviceId;
import org.joulemark.engine.model.SensorId;
import org.joulemark.engine.model.SensorInfo;
import org.joulemark.engine.model.SensorTrace;
import org.joulemark.engine.power.LivePower;
import org.joulemark.engine.power.PowerMonitor;
import org.joulemark.engine.power.ProbeContext;
import org.joulemark.engine.power.SensorStatus;
import org.joulemark.engine.power.SensorSurvey;
import org.jspecify.annotations.Nullable;

/**
 * What the sensors say, for the screen: its own readings while nothing is measured, those of the run while one goes on,
 * so that no sensor is ever read twice. One thread of its own; everything it owns is used there only.
 */
final class LiveFeed implements AutoCloseable {
    /** Hears news; on the feed's thread. */
    interface Sink {
        /** Sensors were looked for. */
        void found(List<SensorStatus> statuses);

        /** A sensor is drawn from now on. */
        void added(SensorInfo sensor);

        /** What is drawn now in watts and how warm it is in °C; a device that does not tell is left out. */
        void now(Map<DeviceId, Double> watts, Map<DeviceId, Double> celsius);
    }

    private static final long PULL_MILLIS = 250;

    /** While a window is timed, only every so many pulls is done. */
    private static final int PULLS_SKIPPED = 4;

    /** Temperatures cost a question to the driver each; they change slowly. */
    private static final int PULLS_A_TEMPERATURE = 8;

    /** A monitor keeps all it reads; a fresh one every so often keeps that small. */
    private static final long MONITOR_NANOS = TimeUnit.HOURS.toNanos(1);

    private final ProbeContext probes;
    private final Sink sink;
    private final TimelineModel timeline;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("live-feed").factory());
    private final Map<SensorId, Integer> pulled = new HashMap<>();
    private final Thermometers thermometers;
    private @Nullable ScheduledFuture<?> pulling;
    private @Nullable PowerMonitor monitor;
    private @Nullable LivePower source;
    private long monitorSince;
    private long turnsTaken;
    private boolean quiet;
    private Map<DeviceId, Double> celsius = Map.of();

    LiveFeed(ProbeContext probes, TimelineModel timeline, Sink sink) {
        this.probes = probes;
        this.timeline = timeline;
        this.sink = sink;
        this.thermometers = new Thermometers(probes);
    }

    /** Looks for sensors and starts to read them. */
    void start() {
        thread.execute(this::monitor);
        pulling = thread.scheduleWithFixedDelay(this::turn, PULL_MILLIS, PULL_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Follows the readings of a run; the own readings stop. */
    void follow(LivePower run) {
        thread.execute(() -> {
            closeMonitor();
            source(run);
        });
    }

    /** The run is over: takes its last readings and reads by itself again. */
    void unfollow() {
        thread.execute(() -> {
            pull();
            monitor();
        });
    }

    /** While a window is timed nothing but the readings is asked for. */
    void quiet(boolean now) {
        thread.execute(() -> quiet = now);
    }

    private void monitor() {
        closeMonitor();
        SensorSurvey survey = SensorSurvey.of(probes);
        sink.found(survey.statuses());
        PowerMonitor fresh = PowerMonitor.start(survey);
        monitor = fresh;
        monitorSince = System.nanoTime();
        source(fresh);
    }

    private void closeMonitor() {
        PowerMonitor open = monitor;
        if (open != null) {
            pull();
            monitor = null;
            source = null;
            open.close();
        }
    }

    private void source(LivePower now) {
        source = now;
        pulled.clear();
        now.sensors().stream().filter(SensorInfo::counted).forEach(sink::added);
    }

    private void turn() {
        turnsTaken++;
        if (!quiet || turnsTaken % PULLS_SKIPPED == 0) {
            pull();
        }
    }

    private void pull() {
        LivePower from = source;
        if (from == null) {
            return;
        }
        for (SensorInfo sensor : from.sensors()) {
            int start = pulled.getOrDefault(sensor.id(), 0);
            SensorTrace chunk = from.trace(sensor.id(), start);
            timeline.append(sensor.id(), chunk);
            pulled.put(sensor.id(), start + chunk.size());
        }
        if (!quiet && turnsTaken % PULLS_A_TEMPERATURE == 0) {
            celsius = thermometers.celsius();
        }
        sink.now(watts(), celsius);
        if (monitor != null && System.nanoTime() - monitorSince > MONITOR_NANOS) {
            monitor();
        }
    }

    private Map<DeviceId, Double> watts() {
        Map<DeviceId, Double> watts = new HashMap<>();
        for (TimelineRow row : timeline.snapshot().rows()) {
            row.series().forEach(one -> addUp(watts, row.device(), one.power().currentWatts()));
        }
        watts.values().removeIf(value -> Double.isNaN(value));
        return Map.copyOf(watts);
    }

    /** A sum with a missing part is not known. */
    private static void addUp(Map<DeviceId, Double> watts, DeviceId device, OptionalDouble value) {
        watts.merge(device, value.orElse(Double.NaN), Double::sum);
    }

    @Override
    public void close() {
        ScheduledFuture<?> turns = pulling;
        if (turns != null) {
            turns.cancel(false);
        }
        thread.execute(() -> {
            closeMonitor();
            thermometers.close();
        });
        thread.shutdown();
    }
}
