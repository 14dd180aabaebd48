package org.joulemark.reports;

import org.joulemark.engine.compare.Delta;
import org.joulemark.engine.model.Interval;
import org.joulemark.engine.model.Unit;

/**
 * Differences as people read them: relative ones in percent, from threefold on as a multiple; those of shares in percentage
 * points; any other in the unit of the metric.
 *
 * @param numbers how numbers are written
 * @param points short for percentage points
 * @param equal what two equal facts of files are
 */
public record DeltaText(FigureText numbers, String points, String equal) {
    /** English words and decimal points. */
    public static final DeltaText ENGLISH = new DeltaText(FigureText.ENGLISH, "points", "equal");

    /** From here on a ratio reads better than a percentage. */
    private static final double MULTIPLE = 3;

    /** Where the interval reaches so far, percentages of it would not read either. */
    private static final double WIDE = 10;

    private static final int SIGNIFICANT = 3;

    /** The difference with its sign and unit, for example "+12.3 %", "38×", "−1.67 points", "+12.3 µs" or "equal". */
    public String difference(Delta delta, Unit unit, FigureScale scale) {
        if (delta.value() == 0 && delta.interval95() == null) {
            return equal;
        }
        return (number(delta.value(), form(delta, unit), scale) + " " + symbol(delta, unit, scale)).strip();
    }

    /** Its 95 % interval in the same unit, which is not repeated; empty if there is none. */
    public String interval(Delta delta, Unit unit, FigureScale scale) {
        Interval interval = delta.interval95();
        Form form = form(delta, unit);
        return interval == null
                ? ""
                : number(interval.low(), form, scale) + " … " + number(interval.high(), form, scale);
    }

    private enum Form {
        PERCENT,
        MULTIPLE,
        POINTS,
        ABSOLUTE
    }

    private static Form form(Delta delta, Unit unit) {
        if (delta.relative()) {
            Interval interval = delta.interval95();
            boolean wide = interval != null && interval.high() + 1 >= WIDE;
            return wide || delta.value() + 1 >= MULTIPLE ? Form.MULTIPLE : Form.PERCENT;
        }
        return unit == Unit.RATIO ? Form.POINTS : Form.ABSOLUTE;
    }

    private String symbol(Delta delta, Unit unit, FigureScale scale) {
        return switch (form(delta, unit)) {
            case PERCENT -> "%";
            case MULTIPLE -> "";
            case POINTS -> points;
            case ABSOLUTE -> scale.symbol();
        };
    }

    private String number(double value, Form form, FigureScale scale) {
        return switch (form) {
            case PERCENT -> signed(value, numbers.fixed(Math.abs(value) * 100, 1));
            case MULTIPLE -> multiple(value + 1);
            case POINTS -> signed(value, numbers.fixed(Math.abs(value) * 100, 2));
            case ABSOLUTE -> signed(value, numbers.rounded(Math.abs(value) / scale.factor(), SIGNIFICANT));
        };
    }

    private String multiple(double ratio) {
        return (ratio >= 100 ? numbers.fixed(ratio, 0) : numbers.twoDigits(ratio)) + "×";
    }

    /** What rounds to nothing has no sign. */
    private static String signed(double value, String digits) {
        boolean nothing = digits.chars().noneMatch(digit -> digit >= '1' && digit <= '9');
        return nothing ? digits : (value < 0 ? "−" : "+") + digits;
    }
}
