package org.joulemark.reports;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.stream.DoubleStream;
import org.joulemark.engine.model.Absent;
import org.joulemark.engine.model.Figure;
import org.joulemark.engine.model.Interval;
import org.joulemark.engine.model.Quantity;
import org.joulemark.engine.model.Unit;

/**
 * Figures as people read them: never more digits than the uncertainty supports (two digits of the expanded uncertainty,
 * k = 2), at most four; an upper limit where the uncertainty reaches zero; and a reason where there is no value.
 *
 * @param locale whose decimal sign is used
 * @param phrases the words between the numbers
 */
public record FigureText(Locale locale, Phrases phrases) {
    /** English words and decimal points. */
    public static final FigureText ENGLISH =
            new FigureText(Locale.ROOT, new Phrases("not resolved", "below what this sensor resolves"));

    private static final int MOST_DIGITS = 4;

    /** Share of half an interval by which its value may stand beside its middle, and it still reads as ±. */
    private static final double SKEW = 0.05;

    /**
     * Words that stand with numbers.
     *
     * @param notResolved in a cell, behind an upper limit
     * @param belowSensor the same in a sentence
     */
    public record Phrases(String notResolved, String belowSensor) {}

    /** Value alone in its own unit, for example "0.0123", "99.17" (a ratio in percent), "≥ 4.1" or "< 2.3"; a dash for none. */
    public String value(Figure figure) {
        return value(figure, FigureScale.plain(figure.unit()));
    }

    /** Value alone in the unit of {@code scale}. */
    public String value(Figure figure, FigureScale scale) {
        return switch (figure) {
            case Absent _ -> "–";
            case Quantity quantity
            when !quantity.resolved() ->
                quantity.lowerBound() ? "–" : "< " + twoDigits(upperLimit(quantity) / scale.factor());
            case Quantity quantity -> (quantity.lowerBound() ? "≥ " : "") + digits(quantity, scale);
        };
    }

    /** Value with expanded uncertainty in its own unit. */
    public String withUncertainty(Figure figure) {
        return withUncertainty(figure, FigureScale.plain(figure.unit()));
    }

    /**
     * Value with expanded uncertainty in the unit of {@code scale}, for example "12.3 ± 4.2", "99.17 [98.06 … 99.65]" where
     * the interval is not symmetric, or "< 3.4 (not resolved)"; without an uncertainty where it is exact.
     */
    public String withUncertainty(Figure figure, FigureScale scale) {
        if (!(figure instanceof Quantity quantity) || counted(quantity.unit())) {
            return value(figure, scale);
        }
        if (!quantity.resolved()) {
            return value(figure, scale) + " (" + phrases.notResolved() + ")";
        }
        String uncertainty = uncertainty(quantity, scale);
        return uncertainty.isEmpty() ? value(figure, scale) : value(figure, scale) + " " + uncertainty;
    }

    /**
     * The expanded uncertainty alone, for example "± 4.2" or "[98.06 … 99.65]"; "± ?" where nobody knows it, empty where the
     * value is exact.
     */
    public String uncertainty(Quantity quantity, FigureScale scale) {
        Interval interval = quantity.interval95();
        if (interval != null) {
            double half = (interval.high() - interval.low()) / 2;
            return symmetric(quantity.value(), interval, half)
                    ? "± " + expanded(quantity.value() / scale.factor(), half / scale.factor())
                    : ends(quantity, interval, scale);
        }
        if (quantity.standardUncertainty() == 0) {
            return quantity.notCovered() == null ? "" : "± ?";
        }
        return "± " + expanded(quantity.value() / scale.factor(), quantity.expandedUncertainty() / scale.factor());
    }

    /** Value with uncertainty, what that leaves out, and unit in the scale that suits it, or the reason why there is none. */
    public String sentence(Figure figure) {
        FigureScale scale = FigureScale.of(figure);
        return switch (figure) {
            case Absent absent -> absent.why();
            case Quantity quantity
            when !quantity.resolved() ->
                (value(quantity, scale) + " " + scale.symbol()).strip() + ", " + phrases.belowSensor();
            case Quantity quantity ->
                (withUncertainty(quantity, scale) + " " + scale.symbol()).strip() + notCovered(quantity);
        };
    }

    private static String notCovered(Quantity quantity) {
        return quantity.notCovered() == null ? "" : " (" + quantity.notCovered() + ")";
    }

    private String ends(Quantity quantity, Interval interval, FigureScale scale) {
        int places = places(quantity, interval, scale);
        return "[" + fixed(interval.low() / scale.factor(), places) + " … "
                + fixed(interval.high() / scale.factor(), places) + "]";
    }

    /**
     * Decimals that a value and the ends of an interval it is not in the middle of have in common: those that half the
     * interval supports, but two digits of the value at least, which may stand near one end of a wide interval.
     */
    private static int places(Quantity quantity, Interval interval, FigureScale scale) {
        double half = (interval.high() - interval.low()) / 2;
        int most = DoubleStream.of(quantity.value(), interval.low(), interval.high())
                .filter(number -> number != 0)
                .mapToInt(number -> mostPlaces(number / scale.factor()))
                .max()
                .orElse(MOST_DIGITS);
        int supported = half > 0 ? secondPlace(half / scale.factor()) : most;
        int least = quantity.value() == 0 ? 0 : secondPlace(quantity.value() / scale.factor());
        return Math.max(least, Math.min(supported, most));
    }

    /** Decimals down to the second digit of a number. */
    private static int secondPlace(double number) {
        return 1 - (int) Math.floor(Math.log10(Math.abs(number)));
    }

    /** Whether the value stands in the middle of its interval, as far as two digits of half its width show. */
    private static boolean symmetric(double value, Interval interval, double half) {
        return half > 0 && Math.abs((interval.low() + interval.high()) / 2 - value) < SKEW * half;
    }

    /** The most an unresolved quantity can be: its value and expanded uncertainty, in its own unit. */
    static double upperLimit(Quantity quantity) {
        return quantity.value() + quantity.expandedUncertainty();
    }

    private String digits(Quantity quantity, FigureScale scale) {
        double value = quantity.value() / scale.factor();
        if (counted(quantity.unit()) && scale.factor() == 1) {
            return String.format(locale, "%,.0f", value);
        }
        Interval interval = quantity.interval95();
        if (interval == null) {
            return toUncertainty(value, quantity.expandedUncertainty() / scale.factor());
        }
        double half = (interval.high() - interval.low()) / 2;
        return symmetric(quantity.value(), interval, half)
                ? toUncertainty(value, half / scale.factor())
                : fixed(value, places(quantity, interval, scale));
    }

    /** As many digits as an expanded uncertainty supports: down to its second, at most four. */
    private String toUncertainty(double value, double expanded) {
        if (value == 0 || expanded == 0) {
            return rounded(value, MOST_DIGITS);
        }
        int places = secondPlace(expanded);
        return plain(BigDecimal.valueOf(value).setScale(Math.min(places, mostPlaces(value)), RoundingMode.HALF_EVEN));
    }

    /** Two digits of the uncertainty, but none below the last of the value: there it is rounded up. */
    private String expanded(double value, double expanded) {
        int places = secondPlace(expanded);
        return value == 0 || places <= mostPlaces(value)
                ? twoDigits(expanded)
                : plain(BigDecimal.valueOf(expanded).setScale(mostPlaces(value), RoundingMode.UP));
    }

    private static int mostPlaces(double value) {
        return MOST_DIGITS - 1 - (int) Math.floor(Math.log10(Math.abs(value)));
    }

    /** Two significant digits, also where the second is a zero. */
    String twoDigits(double value) {
        BigDecimal rounded = BigDecimal.valueOf(value).round(new MathContext(2, RoundingMode.HALF_EVEN));
        return plain(rounded.signum() == 0 ? rounded : rounded.setScale(rounded.scale() + 2 - rounded.precision()));
    }

    /** So many significant digits, with the decimal sign of the language and no exponent. */
    String rounded(double value, int significant) {
        return plain(BigDecimal.valueOf(value).round(new MathContext(significant, RoundingMode.HALF_EVEN)));
    }

    /** A fixed number of decimals. */
    String fixed(double value, int decimals) {
        return plain(BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN));
    }

    private String plain(BigDecimal number) {
        String digits = number.scale() < 0 ? number.setScale(0).toPlainString() : number.toPlainString();
        return digits.replace('.', DecimalFormatSymbols.getInstance(locale).getDecimalSeparator());
    }

    private static boolean counted(Unit unit) {
        return unit == Unit.COUNT || unit == Unit.BYTES;
    }
}
