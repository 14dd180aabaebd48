package org.joulemark.app.ui.history;

import java.util.AbstractList;
import java.util.List;
import java.util.Locale;
import java.util.RandomAccess;
import org.joulemark.app.ui.fx.Texts;
import org.joulemark.engine.model.MissingReason;
import org.joulemark.engine.model.Run;
import org.joulemark.engine.model.SensorInfo;
import org.joulemark.engine.model.SensorTrace;
import org.joulemark.engine.model.TraceKind;
import org.jspecify.annotations.Nullable;

/** All readings of one sensor as lines that are made when they are looked at: a trace may have a million. */
final class ReadingList extends AbstractList<ReadingLine> implements RandomAccess {
    private static final String NONE = "–";

    private final Run run;
    private final SensorInfo sensor;
    private final SensorTrace trace;
    private final List<TrialLine> windows;
    private final Texts texts;

    ReadingList(Run run, SensorInfo sensor, SensorTrace trace, List<TrialLine> windows, Texts texts) {
        this.run = run;
        this.sensor = sensor;
        this.trace = trace;
        this.windows = windows;
        this.texts = texts;
    }

    @Override
    public int size() {
        return trace.size();
    }

    @Override
    public ReadingLine get(int index) {
        long tick = trace.tickNanos(index);
        MissingReason reason = trace.reason(index);
        boolean counter = sensor.kind() == TraceKind.ENERGY_COUNTER_MICROJOULES;
        return new ReadingLine(
                index,
                Moments.seconds(tick - run.setting().startedNanos(), texts),
                reason != null ? NONE : trace.value(index) + (counter ? " µJ" : " mW"),
                reason != null ? NONE : counter ? mean(index) : watts(trace.value(index) / 1e3),
                window(tick),
                reason == null ? "" : reason.name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }

    @Override
    public int indexOf(@Nullable Object line) {
        return line instanceof ReadingLine reading && reading.index() < size() && reading.equals(get(reading.index()))
                ? reading.index()
                : -1;
    }

    /** Mean power since the reading before, which must have a value and must not be larger: else it is not known. */
    private String mean(int index) {
        if (index == 0 || trace.missing(index - 1)) {
            return NONE;
        }
        long microjoules = trace.value(index) - trace.value(index - 1);
        long nanos = trace.tickNanos(index) - trace.tickNanos(index - 1);
        return microjoules < 0 || nanos <= 0 ? NONE : watts(microjoules * 1e3 / nanos);
    }

    private String watts(double watts) {
        return texts.fixed(watts, 3) + " W";
    }

    private String window(long tick) {
        for (TrialLine line : windows) {
            if (line.span().holds(tick)) {
                return (line.what() + " " + line.order()).strip();
            }
        }
        return "";
    }
}
