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
    public static final FigureText ENGLISH = new FigureText(
            Locale.ROOT,
            new Phrases(
                    "not resolved",
                    "below what this sensor resolves",
                    "the trials differ too much",
                    "per 1,000 inferences"));

    private static final int MOST_DIGITS = 4;

    /** Share of half an interval by which its value may stand beside its middle, and it still reads as ±. */
    private static final double SKEW = 0.05;

    /**
     * Words that stand with numbers.
     *
     * @param notResolved in a cell, behind an upper limit
     * @param belowSensor the same in a sentence
     * @param trialsDiffer the same where it is not the sensor that leaves it open
     * @param per1000 behind the unit of what is stated for a thousand inferences
     */
    public record Phrases(String notResolved, String belowSensor, String trialsDiffer, String per1000) {
        /** Why an unresolved figure is only an upper limit. */
        public String why(Quantity unresolved) {
            return unresolved.scattered() ? trialsDiffer : belowSensor;
        }
    }

    /**
     * How sure a value is, in digits: either an expanded uncertainty or the two ends of an interval; all empty where the value
     * is exact.
     *
     * @param plusMinus what stands behind ±: digits, or "?" where nobody knows it
     * @param low lower end of an interval that does not lie evenly round the value
     * @param high its upper end
     */
    public record Spread(String plusMinus, String low, String high) {}

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
        Spread spread = spread(quantity, scale);
        if (!spread.low().isEmpty()) {
            return "[" + spread.low() + " … " + spread.high() + "]";
        }
        return spread.plusMinus().isEmpty() ? "" : "± " + spread.plusMinus();
    }

    /** The same in pieces, for tables with a column each. */
    public Spread spread(Quantity quantity, FigureScale scale) {
        double value = quantity.value() / scale.factor();
        double expanded = expanded(quantity) / scale.factor();
        Interval interval = quantity.interval95();
        if (interval != null && !symmetric(quantity.value(), interval)) {
            int places = places(quantity, interval, scale);
            return new Spread(
                    "",
                    fixed(interval.low() / scale.factor(), places),
                    fixed(interval.high() / scale.factor(), places));
        }
        if (expanded == 0) {
            return new Spread(quantity.notCovered() == null ? "" : "?", "", "");
        }
        return new Spread(expanded(value, expanded), "", "");
    }

    /** Decimals to which the value is known in the unit of {@code scale}; negative where not even its ones are. */
    public int places(Quantity quantity, FigureScale scale) {
        Interval interval = quantity.interval95();
        return interval == null || symmetric(quantity.value(), interval)
                ? places(quantity.value() / scale.factor(), expanded(quantity) / scale.factor())
                : places(quantity, interval, scale);
    }

    /** The symbol of a unit as it reads in a sentence: what is stated for a thousand inferences says so in words. */
    public String unit(FigureScale scale) {
        return scale.bareSymbol() + (scale.per1000() ? " " + phrases.per1000() : "");
    }

    /** Value with uncertainty, what that leaves out, and unit in the scale that suits it, or the reason why there is none. */
    public String sentence(Figure figure) {
        FigureScale scale = FigureScale.of(figure);
        return switch (figure) {
            case Absent absent -> absent.why();
            case Quantity quantity
            when !quantity.resolved() ->
                (value(quantity, scale) + " " + unit(scale)).strip() + ", " + phrases.why(quantity);
            case Quantity quantity ->
                (withUncertainty(quantity, scale) + " " + unit(scale)).strip() + notCovered(quantity);
        };
    }

    private static String notCovered(Quantity quantity) {
        return quantity.notCovered() == null ? "" : " (" + quantity.notCovered() + ")";
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
    private static boolean symmetric(double value, Interval interval) {
        double half = (interval.high() - interval.low()) / 2;
        return half > 0 && Math.abs((interval.low() + interval.high()) / 2 - value) < SKEW * half;
    }

    /** Half the interval, or where there is none the expanded uncertainty. */
    private static double expanded(Quantity quantity) {
        Interval interval = quantity.interval95();
        return interval == null ? quantity.expandedUncertainty() : (interval.high() - interval.low()) / 2;
    }

    /** The most an unresolved quantity can be: its value and expanded uncertainty, in its own unit. */
    public static double upperLimit(Quantity quantity) {
        return quantity.value() + quantity.expandedUncertainty();
    }

    private String digits(Quantity quantity, FigureScale scale) {
        double value = quantity.value() / scale.factor();
        if (counted(quantity.unit()) && scale.factor() == 1) {
            return String.format(locale, "%,.0f", value);
        }
        Interval interval = quantity.interval95();
        return interval == null || symmetric(quantity.value(), interval)
                ? toUncertainty(value, expanded(quantity) / scale.factor())
                : fixed(value, places(quantity, interval, scale));
    }

    /** As many digits as an expanded uncertainty supports: down to its second, at most four. */
    private String toUncertainty(double value, double expanded) {
        if (value == 0 || expanded == 0) {
            return rounded(value, MOST_DIGITS);
        }
        return plain(BigDecimal.valueOf(value).setScale(places(value, expanded), RoundingMode.HALF_EVEN));
    }

    private static int places(double value, double expanded) {
        if (value == 0) {
            return 0;
        }
        return expanded == 0 ? mostPlaces(value) : Math.min(secondPlace(expanded), mostPlaces(value));
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
