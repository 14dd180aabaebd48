package org.joulemark.app.ui.compare;

import org.joulemark.engine.model.Unit;
import org.joulemark.reports.FigureScale;

/**
 * A unit as axes want it: without a prefix, since they choose one, and
 * without what a figure is per, which its name says.
 *
 * @param symbol symbol without prefix; empty for none
 * @param factor what a figure's value is multiplied with
 */
record AxisUnit(String symbol, double factor) {
    /** How figures of {@code unit} stand on an axis. */
    static AxisUnit of(Unit unit) {
        return switch (unit) {
            case RATIO -> new AxisUnit("%", 100);
            case MILLISECONDS -> new AxisUnit("s", 1e-3);
            case NANOSECONDS -> new AxisUnit("s", 1e-9);
            // A prefix before these would not be read as one.
            case INFERENCES_PER_SECOND, COUNT, LABEL_UNIT, NUMBER -> new AxisUnit("", 1);
            case JOULES, JOULES_PER_INFERENCE, WATT_HOURS_PER_1000, WATTS, GRAMS_CO2E_PER_1000, BYTES ->
                new AxisUnit(FigureScale.plain(unit).bareSymbol(), 1);
        };
    }
}
