package org.joulemark.engine.power;

import java.util.Arrays;
import org.joulemark.engine.model.Quantity;
import org.joulemark.engine.model.SensorEnergy;
import org.joulemark.engine.model.SensorInfo;
import org.joulemark.engine.model.SensorTrace;
import org.joulemark.engine.model.Unit;

/** Energy from polled power: trapezoid between neighbouring samples; gaps are not bridged. */
final class SampleWindow {
    /** A pause longer than so many usual intervals is a gap. */
    private static final double GAP_INTERVALS = 2.5;

    /** Polled energy with more than this share of the window in gaps is not known. */
    private static final double MAX_GAP_SHARE = 0.01;

    private final SensorInfo sensor;
    private final SensorTrace trace;
    private final long startNanos;
    private final long endNanos;
    private final long gapLimitNanos;
    private double joules;
    private double peakWatts = Double.NaN;
    private long coveredNanos;
    private long readings;

    private SampleWindow(SensorInfo sensor, SensorTrace trace, long startNanos, long endNanos) {
        this.sensor = sensor;
        this.trace = trace;
        this.startNanos = startNanos;
        this.endNanos = endNanos;
        this.gapLimitNanos = (long) (GAP_INTERVALS * usualIntervalNanos(trace));
    }

    static SensorEnergy over(SensorInfo sensor, SensorTrace trace, long startNanos, long endNanos) {
        return new SampleWindow(sensor, trace, startNanos, endNanos).energy();
    }

    private SensorEnergy energy() {
        int last = -1;
        for (int i = 0; i < trace.size(); i++) {
            if (trace.missing(i)) {
                last = -1;
                continue;
            }
            if (last >= 0 && trace.tickNanos(i) - trace.tickNanos(last) <= gapLimitNanos) {
                add(last, i);
            }
            last = i;
        }
        long window = endNanos - startNanos;
        long gap = window - coveredNanos;
        if (gap > MAX_GAP_SHARE * window) {
            String why = "samples are missing in %.1f %% of the window".formatted(100.0 * gap / window);
            return EnergyWindow.absent(sensor, why, readings, gap);
        }
        return new SensorEnergy(
                sensor.id(),
                Quantity.of(joules, Unit.JOULES, EnergyWindow.edgeJoules(sensor, joules, window), sensor.provenance()),
                Quantity.of(peakWatts, Unit.WATTS, 0, sensor.provenance()),
                readings,
                gap);
    }

    private void add(int a, int b) {
        long begin = Math.max(trace.tickNanos(a), startNanos);
        long end = Math.min(trace.tickNanos(b), endNanos);
        if (end <= begin) {
            return;
        }
        double atBegin = watts(a, b, begin);
        double atEnd = watts(a, b, end);
        joules += (atBegin + atEnd) / 2 * ((end - begin) / 1e9);
        double higher = Math.max(atBegin, atEnd);
        peakWatts = Double.isNaN(peakWatts) ? higher : Math.max(peakWatts, higher);
        coveredNanos += end - begin;
        readings++;
    }

    private double watts(int a, int b, long nanos) {
        double share = (double) (nanos - trace.tickNanos(a)) / (trace.tickNanos(b) - trace.tickNanos(a));
        return (trace.value(a) + share * (trace.value(b) - trace.value(a))) / 1e3;
    }

    private static long usualIntervalNanos(SensorTrace trace) {
        if (trace.size() < 2) {
            return 0;
        }
        long[] intervals = new long[trace.size() - 1];
        for (int i = 1; i < trace.size(); i++) {
            intervals[i - 1] = trace.tickNanos(i) - trace.tickNanos(i - 1);
        }
        Arrays.sort(intervals);
        return intervals[intervals.length / 2];
    }
}
