package org.joulemark.app.ui.compare;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.joulemark.engine.compare.Contender;
import org.joulemark.engine.model.BlobId;
import org.joulemark.engine.model.CounterRange;
import org.joulemark.engine.model.DeviceId;
import org.joulemark.engine.model.Evidence;
import org.joulemark.engine.model.SensorInfo;
import org.joulemark.engine.model.SensorTrace;
import org.joulemark.engine.model.TraceKind;
import org.joulemark.engine.model.Trial;

/**
 * Power of one sensor in one trial.
 *
 * @param sensor name of the sensor
 * @param steps whether each value holds for the time since the one before: the mean power of a counter's step
 * @param seconds time since the trial began, ascending
 * @param watts power; NaN where there is a gap before the point
 * @param why why there is none; empty if there is
 */
record TrialPower(String sensor, boolean steps, double[] seconds, double[] watts, String why) {
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double MILLIWATTS_PER_WATT = 1e3;
    private static final double MICROJOULES_PER_JOULE = 1e6;

    /** Power of the device a version ran on, by each sensor that counts, in one of its trials. */
    static List<TrialPower> read(Contender contender, Trial trial, Evidence evidence) {
        DeviceId device = contender.version().configuration().device();
        List<TrialPower> all = new ArrayList<>();
        for (SensorInfo sensor : contender.run().setting().sensors()) {
            if (sensor.counted() && sensor.device().equals(device)) {
                all.add(read(contender, trial, sensor, evidence));
            }
        }
        return List.copyOf(all);
    }

    private static TrialPower read(Contender contender, Trial trial, SensorInfo sensor, Evidence evidence) {
        BlobId blob = contender.run().evidence().traces().get(sensor.id());
        if (blob == null) {
            return none(sensor, "no trace was kept");
        }
        try {
            return of(sensor, evidence.trace(blob), trial.startNanos(), trial.endNanos());
        } catch (IOException e) {
            return none(sensor, String.valueOf(e.getMessage()));
        }
    }

    private static TrialPower none(SensorInfo sensor, String why) {
        return new TrialPower(sensor.name(), false, new double[0], new double[0], why);
    }

    /** Power between two ticks; a counter's step belongs to the window its end lies in. */
    static TrialPower of(SensorInfo sensor, SensorTrace trace, long startNanos, long endNanos) {
        boolean counter = sensor.kind() == TraceKind.ENERGY_COUNTER_MICROJOULES;
        List<double[]> points = new ArrayList<>();
        for (int i = 0; i < trace.size(); i++) {
            long tick = trace.tickNanos(i);
            if (tick >= startNanos && tick <= endNanos) {
                double watts = counter ? meanWatts(sensor, trace, i) : watts(trace, i);
                points.add(new double[] {(tick - startNanos) / NANOS_PER_SECOND, watts});
            }
        }
        double[] watts = points.stream().mapToDouble(point -> point[1]).toArray();
        if (counter && watts.length > 1 && Double.isNaN(watts[0])) {
            // Only where the first step ends matters: it lies before the window.
            watts[0] = watts[1];
        }
        return new TrialPower(
                sensor.name(),
                counter,
                points.stream().mapToDouble(point -> point[0]).toArray(),
                watts,
                points.isEmpty() ? "no reading in this trial" : "");
    }

    private static double watts(SensorTrace trace, int i) {
        return trace.missing(i) ? Double.NaN : trace.value(i) / MILLIWATTS_PER_WATT;
    }

    private static double meanWatts(SensorInfo sensor, SensorTrace trace, int i) {
        if (i == 0 || trace.missing(i) || trace.missing(i - 1)) {
            return Double.NaN;
        }
        double seconds = (trace.tickNanos(i) - trace.tickNanos(i - 1)) / NANOS_PER_SECOND;
        if (seconds <= 0) {
            return Double.NaN;
        }
        return joules(sensor, trace.value(i) - trace.value(i - 1), seconds) / seconds;
    }

    /** Energy of a step; a decrease is a wrap only where the counter says how it wraps and the power is plausible. */
    private static double joules(SensorInfo sensor, long microjoules, double seconds) {
        CounterRange range = sensor.counterRange();
        if (microjoules >= 0) {
            return microjoules / MICROJOULES_PER_JOULE;
        }
        if (range == null || range.wrapMicrojoules() <= 0) {
            return Double.NaN;
        }
        double joules = ((double) range.wrapMicrojoules() + microjoules) / MICROJOULES_PER_JOULE;
        return joules >= 0 && joules <= range.maxPlausibleWatts() * seconds ? joules : Double.NaN;
    }
}
