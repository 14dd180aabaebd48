package org.joulemark.engine.compare;

import java.util.Objects;
import org.joulemark.engine.model.Absent;
import org.joulemark.engine.model.Figure;
import org.joulemark.engine.model.Interval;
import org.joulemark.engine.model.LatencySummary;
import org.joulemark.engine.model.Quantity;
import org.joulemark.engine.model.SensorEnergy;
import org.jspecify.annotations.Nullable;

/** Whether a recomputed value is the stated one, to 1e-9 relative. */
final class Agreement {
    private static final double RELATIVE = 1e-9;

    private Agreement() {}

    static boolean of(double stated, double again) {
        return stated == again || Math.abs(stated - again) <= RELATIVE * Math.max(Math.abs(stated), Math.abs(again));
    }

    static boolean of(Figure stated, @Nullable Figure again) {
        return switch (stated) {
            case Absent absent -> again instanceof Absent;
            case Quantity a ->
                again instanceof Quantity b
                        && a.unit() == b.unit()
                        && a.lowerBound() == b.lowerBound()
                        && of(a.value(), b.value())
                        && of(a.standardUncertainty(), b.standardUncertainty())
                        && of(a.interval95(), b.interval95())
                        && Objects.equals(a.notCovered(), b.notCovered());
        };
    }

    private static boolean of(@Nullable Interval stated, @Nullable Interval again) {
        if (stated == null || again == null) {
            return stated == null && again == null;
        }
        return of(stated.low(), again.low()) && of(stated.high(), again.high()) && stated.level() == again.level();
    }

    static boolean of(SensorEnergy stated, SensorEnergy again) {
        return of(stated.energy(), again.energy()) && of(stated.peakPower(), again.peakPower());
    }

    static boolean of(LatencySummary stated, LatencySummary again) {
        return stated.count() == again.count()
                && of(stated.meanNanos(), again.meanNanos())
                && of(stated.standardDeviationNanos(), again.standardDeviationNanos())
                && stated.minNanos() == again.minNanos()
                && stated.maxNanos() == again.maxNanos()
                && percentiles(stated, again)
                && (stated.intervals() == null || stated.intervals().equals(again.intervals()));
    }

    private static boolean percentiles(LatencySummary stated, LatencySummary again) {
        return stated.p50Nanos() == again.p50Nanos()
                && stated.p90Nanos() == again.p90Nanos()
                && stated.p95Nanos() == again.p95Nanos()
                && Objects.equals(stated.p99Nanos(), again.p99Nanos())
                && Objects.equals(stated.p999Nanos(), again.p999Nanos());
    }
}
