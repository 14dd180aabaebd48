package org.joulemark.app.ui.compare;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
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
    private static final int DIGITS = 3;

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
        if (delta.relative() || unit == Unit.RATIO) {
            return FigureText.difference(value, delta.relative()).split(" ", 2)[0];
        }
        BigDecimal size = BigDecimal.valueOf(Math.abs(value)).round(new MathContext(DIGITS, RoundingMode.HALF_EVEN));
        return (value < 0 ? "−" : "+") + size.toPlainString();
    }
}
