package org.joulemark.engine.compare.metric;

import org.joulemark.engine.model.Absent;
import org.joulemark.engine.model.Energy;
import org.joulemark.engine.model.Figure;
import org.joulemark.engine.model.Interval;
import org.joulemark.engine.model.Quantity;
import org.joulemark.engine.model.Unit;
import org.jspecify.annotations.Nullable;

/** The same figure in another unit. */
final class Scaled {
    /** Watt hours per 1,000 inferences of one joule per inference. */
    static final double WATT_HOURS_PER_1000 = 1000 / Energy.JOULES_PER_WATT_HOUR;

    private Scaled() {}

    static Figure wattHoursPer1000(Figure joulesPerInference) {
        return switch (joulesPerInference) {
            case Absent absent -> new Absent(Unit.WATT_HOURS_PER_1000, absent.why());
            case Quantity quantity ->
                new Quantity(
                        quantity.value() * WATT_HOURS_PER_1000,
                        Unit.WATT_HOURS_PER_1000,
                        quantity.standardUncertainty() * WATT_HOURS_PER_1000,
                        scaled(quantity.interval95()),
                        quantity.shares(),
                        quantity.lowerBound());
        };
    }

    private static @Nullable Interval scaled(@Nullable Interval interval) {
        return interval == null
                ? null
                : new Interval(
                        interval.low() * WATT_HOURS_PER_1000, interval.high() * WATT_HOURS_PER_1000, interval.level());
    }
}
