package org.joulemark.reports;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import org.joulemark.engine.model.Absent;
import org.joulemark.engine.model.Figure;
import org.joulemark.engine.model.Quantity;
import org.joulemark.engine.model.Unit;

/**
 * Figures as people read them: never more digits than the uncertainty supports (two digits of the expanded uncertainty,
 * k = 2), at most four, and a reason where there is no value.
 */
public final class FigureText {
    private static final int MOST_DIGITS = 4;
    private static final int DIFFERENCE_DIGITS = 3;

    private FigureText() {}

    /** Value alone, for example "0.0123", "99.17" (a ratio in percent) or "≥ 4.1"; a dash where there is none. */
    public static String value(Figure figure) {
        return switch (figure) {
            case Absent _ -> "–";
            case Quantity quantity -> (quantity.lowerBound() ? "≥ " : "") + digits(quantity);
        };
    }

    /** Value with expanded uncertainty, for example "0.0123 ± 0.0049"; without one where it is exact. */
    public static String withUncertainty(Figure figure) {
        if (!(figure instanceof Quantity quantity) || quantity.standardUncertainty() == 0 || counted(quantity.unit())) {
            return value(figure);
        }
        double scale = scale(quantity.unit());
        return value(figure) + " ± " + rounded(quantity.expandedUncertainty() * scale, 2);
    }

    /** Value with uncertainty and unit, or the reason why there is none. */
    public static String sentence(Figure figure) {
        return switch (figure) {
            case Absent absent -> absent.why();
            case Quantity quantity ->
                (withUncertainty(figure) + " " + quantity.unit().symbol()).strip();
        };
    }

    /**
     * A difference with its sign: a relative one in percent ("+12.3 %"), one of shares in percentage points ("−1.67
     * points"), any other in the unit of the metric ("+0.0123").
     */
    public static String difference(double value, boolean relative, Unit unit) {
        String sign = value < 0 ? "−" : "+";
        if (relative || unit == Unit.RATIO) {
            String digits = String.format(Locale.ROOT, relative ? "%.1f" : "%.2f", Math.abs(value) * 100);
            return sign + digits + (relative ? " %" : " points");
        }
        return (sign + rounded(Math.abs(value), DIFFERENCE_DIGITS) + " " + unit.symbol()).strip();
    }

    private static String digits(Quantity quantity) {
        double value = quantity.value() * scale(quantity.unit());
        if (counted(quantity.unit())) {
            return String.format(Locale.ROOT, "%,.0f", value);
        }
        double expanded = quantity.expandedUncertainty() * scale(quantity.unit());
        if (value == 0 || expanded == 0) {
            return rounded(value, MOST_DIGITS);
        }
        int places = 1 - (int) Math.floor(Math.log10(expanded));
        int most = MOST_DIGITS - 1 - (int) Math.floor(Math.log10(Math.abs(value)));
        return plain(BigDecimal.valueOf(value).setScale(Math.min(places, most), RoundingMode.HALF_EVEN));
    }

    private static String rounded(double value, int significant) {
        return plain(BigDecimal.valueOf(value).round(new MathContext(significant, RoundingMode.HALF_EVEN)));
    }

    private static String plain(BigDecimal number) {
        return number.scale() < 0 ? number.setScale(0).toPlainString() : number.toPlainString();
    }

    private static boolean counted(Unit unit) {
        return unit == Unit.COUNT || unit == Unit.BYTES;
    }

    private static double scale(Unit unit) {
        return unit == Unit.RATIO ? 100 : 1;
    }
}
