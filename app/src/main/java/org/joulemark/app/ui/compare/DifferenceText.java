package org.joulemark.app.ui.compare;

import org.joulemark.engine.compare.Delta;
import org.joulemark.engine.model.Interval;
import org.joulemark.engine.model.Unit;
import org.joulemark.reports.FigureText;

/**
 * Differences as people read them: relative ones in percent, those of shares in percentage points, others in the unit
 * of the metric.
 *
 * @param points short for percentage points
 */
record DifferenceText(String points) {
    /** The difference with its sign and unit. */
    String difference(Delta delta, Unit unit) {
        String symbol = delta.relative() ? "%" : unit == Unit.RATIO ? points : unit.symbol();
        return (number(delta.value(), delta, unit) + " " + symbol).strip();
    }

    /** Its 95 % interval in the same unit; empty if there is none. */
    String interval(Delta delta, Unit unit) {
        Interval interval = delta.interval95();
        return interval == null
                ? ""
                : number(interval.low(), delta, unit) + " … " + number(interval.high(), delta, unit);
    }

    private static String number(double value, Delta delta, Unit unit) {
        return FigureText.difference(value, delta.relative(), unit).split(" ", 2)[0];
    }
}
