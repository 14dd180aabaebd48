package org.joulemark.engine.compare.metric;

import org.joulemark.engine.model.Absent;
import org.joulemark.engine.model.Energy;
import org.joulemark.engine.model.Figure;
import org.joulemark.engine.model.Quantity;
import org.joulemark.engine.model.Unit;

/** The same figure in another unit. */
final class Scaled {
    /** Watt hours per 1,000 inferences of one joule per inference. */
    static final double WATT_HOURS_PER_1000 = 1000 / Energy.JOULES_PER_WATT_HOUR;

    private Scaled() {}

    static Figure wattHoursPer1000(Figure joulesPerInference) {
        return switch (joulesPerInference) {
            case Absent absent -> new Absent(Unit.WATT_HOURS_PER_1000, absent.why());
            case Quantity quantity -> quantity.times(WATT_HOURS_PER_1000, Unit.WATT_HOURS_PER_1000);
        };
    }
}
