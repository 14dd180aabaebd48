package org.joulemark.app.ui.plot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.joulemark.engine.bench.Stage;
import org.joulemark.engine.model.DeviceId;
import org.joulemark.engine.model.SensorId;
import org.joulemark.engine.model.SensorInfo;
import org.joulemark.engine.model.SensorTrace;
import org.joulemark.engine.power.LivePower;

/**
 * What a live power timeline shows: rows, phases, flags and the window on them. Fed from any thread, drawn from any
 * other; whoever draws polls {@link #version()} and takes a {@link #snapshot()}.
 */
public final class TimelineModel {
    private static final long FOLLOW_NANOS = 120_000_000_000L;

    private final int readings;
    private final Map<DeviceId, TimelineRow> rows = new LinkedHashMap<>();
    private final Map<SensorId, TimelineSeries> series = new LinkedHashMap<>();
    private final List<Phase> phases = new ArrayList<>();
    private final List<Flag> flags = new ArrayList<>();
    private TimeAxis window = new TimeAxis(0, FOLLOW_NANOS);
    private boolean follow = true;
    private boolean paused;
    private boolean complete;
    private boolean started;
    private long originNanos;
    private long dataVersion;
    private long viewVersion;

    /** Keeps one hour of readings at 100 Hz a sensor. */
    public TimelineModel() {
        this(PowerSeries.HOUR_AT_100_HZ);
    }

    /** Keeps at least so many readings a sensor. */
    public TimelineModel(int readings) {
        this.readings = readings;
    }

    /** Adds a row for a device without sensors and says why; no effect if the device has a row. */
    public synchronized void addRow(DeviceId device, String title, String emptyBecause) {
        rows.putIfAbsent(device, new TimelineRow(device, title, List.of(), emptyBecause));
        viewVersion++;
    }

    /**
     * Adds a sensor to the row of its device, which is added if need be; no effect if the sensor is there.
     *
     * @param sensor the sensor
     * @param rowTitle what a person calls the device
     * @param quality how far it may be trusted, in words
     */
    public synchronized void addSensor(SensorInfo sensor, String rowTitle, String quality) {
        if (series.containsKey(sensor.id())) {
            return;
        }
        TimelineRow row = rows.getOrDefault(sensor.device(), new TimelineRow(sensor.device(), rowTitle, List.of(), ""));
        List<TimelineSeries> all = new ArrayList<>(row.series());
        PowerSeries power = new PowerSeries(sensor, readings);
        TimelineSeries added = new TimelineSeries(sensor.id(), sensor.name(), quality, all.size(), power);
        all.add(added);
        series.put(sensor.id(), added);
        rows.put(sensor.device(), new TimelineRow(row.device(), row.title(), all, ""));
        viewVersion++;
    }

    /** Takes in the readings of a sensor that follow those taken so far; ignored for a sensor that was not added. */
    public void append(SensorId sensor, SensorTrace next) {
        TimelineSeries to;
        synchronized (this) {
            to = series.get(sensor);
            if (to == null || next.size() == 0) {
                return;
            }
        }
        to.power().append(next);
        moved();
    }

    /** Pulls what is new of every sensor that was added. */
    public void feed(LivePower live) {
        for (SensorInfo sensor : live.sensors()) {
            TimelineSeries to;
            synchronized (this) {
                to = series.get(sensor.id());
            }
            if (to != null) {
                append(sensor.id(), live.trace(sensor.id(), to.power().taken()));
            }
        }
    }

    private synchronized void moved() {
        dataVersion++;
        start();
        if (follow && !paused) {
            window = following();
        }
    }

    /** The open phase ends and another begins. */
    public synchronized void beginPhase(PhaseKind kind, String words, long tickNanos) {
        endPhase(tickNanos);
        phases.add(new Phase(kind, words, tickNanos, Phase.OPEN));
        start();
        viewVersion++;
    }

    /** A run tells its next stage; its words become the label. */
    public void stage(Stage stage) {
        beginPhase(PhaseKind.of(stage.kind()), stage.words(), stage.sinceNanos());
    }

    /** The open phase, if any, ends. */
    public synchronized void endPhase(long tickNanos) {
        if (!phases.isEmpty() && phases.getLast().open()) {
            phases.set(phases.size() - 1, phases.getLast().end(tickNanos));
            viewVersion++;
        }
    }

    /** Adds an event. */
    public synchronized void flag(Flag flag) {
        flags.add(flag);
        viewVersion++;
    }

    /** Forgets everything but whether to follow: another run begins. */
    public synchronized void clear() {
        rows.clear();
        series.clear();
        phases.clear();
        flags.clear();
        window = new TimeAxis(0, FOLLOW_NANOS);
        paused = false;
        started = false;
        viewVersion += dataVersion + 1;
        dataVersion = 0;
    }

    /** The stretch of time shown. */
    public synchronized TimeAxis window() {
        return window;
    }

    /** Shows another stretch of time, kept within what there is to see; following ends. */
    public synchronized void show(TimeAxis next) {
        follow = false;
        window = next.clamp(oldest(), Math.max(latest(), oldest() + TimeAxis.SHORTEST_NANOS));
        viewVersion++;
    }

    /** Shows everything; following ends. */
    public synchronized void fit() {
        show(new TimeAxis(oldest(), Math.max(latest(), oldest() + TimeAxis.SHORTEST_NANOS)));
    }

    /** Whether the window follows the newest reading. */
    public synchronized boolean follow() {
        return follow;
    }

    /** Follows the newest reading with the window as wide as it is, or stops following. */
    public synchronized void follow(boolean on) {
        follow = on;
        window = on ? following() : window;
        viewVersion++;
    }

    /** Follows the newest reading with the window as wide as at first, whatever was zoomed or paused: a run begins. */
    public synchronized void followAnew() {
        window = new TimeAxis(window.fromNanos(), window.fromNanos() + FOLLOW_NANOS);
        paused(false);
        follow(true);
    }

    /** No reading will come any more: shows everything, and there is nothing to follow. */
    public synchronized void complete() {
        complete = true;
        fit();
    }

    /** Whether drawing rests. Readings are taken in all the same. */
    public synchronized boolean paused() {
        return paused;
    }

    /** Lets drawing rest or go on. */
    public synchronized void paused(boolean on) {
        paused = on;
        window = follow && !on ? following() : window;
        viewVersion += dataVersion + 1;
        dataVersion = 0;
    }

    /** Changes whenever there is something else to see: with data unless paused, and with what the user does. */
    public synchronized long version() {
        return paused ? viewVersion : viewVersion + dataVersion;
    }

    /** What there is to see now. */
    public synchronized TimelineSnapshot snapshot() {
        return new TimelineSnapshot(List.copyOf(rows.values()), phases, flags, window, originNanos, standing());
    }

    private TimelineSnapshot.Standing standing() {
        if (complete) {
            return TimelineSnapshot.Standing.COMPLETE;
        }
        return paused
                ? TimelineSnapshot.Standing.PAUSED
                : follow ? TimelineSnapshot.Standing.FOLLOWING : TimelineSnapshot.Standing.STILL;
    }

    private TimeAxis following() {
        long span = window.spanNanos();
        long from = Math.max(oldest(), latest() - span);
        return new TimeAxis(from, from + span);
    }

    private void start() {
        originNanos = started ? Math.min(originNanos, oldest()) : oldest();
        started = true;
    }

    /** First tick of anything that is kept. */
    private long oldest() {
        long first = phases.isEmpty() ? Long.MAX_VALUE : phases.getFirst().fromNanos();
        for (TimelineSeries each : series.values()) {
            first = each.power().empty() ? first : Math.min(first, each.power().firstTick());
        }
        return first == Long.MAX_VALUE ? window.fromNanos() : first;
    }

    private long latest() {
        long last = Long.MIN_VALUE;
        for (TimelineSeries each : series.values()) {
            last = each.power().empty() ? last : Math.max(last, each.power().lastTick());
        }
        return last == Long.MIN_VALUE ? window.toNanos() : last;
    }
}
