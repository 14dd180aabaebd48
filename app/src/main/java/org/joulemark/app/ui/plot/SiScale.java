package org.joulemark.app.ui.plot;

import java.util.Locale;
import java.util.OptionalDouble;

/**
 * A unit with its prefix, so that figures stay between 1 and 1000.
 *
 * @param factor how many base units one of these is, for example 0.001
 * @param symbol symbol with prefix, for example "mW"
 */
public record SiScale(double factor, String symbol) {
    private static final double[] FACTORS = {1e9, 1e6, 1e3, 1, 1e-3, 1e-6, 1e-9};
    private static final String[] PREFIXES = {"G", "M", "k", "", "m", "\u00b5", "n"};

    /** The prefix that suits the given magnitude; the plain unit for zero and for values that are not numbers. */
    public static SiScale of(String unit, double magnitude) {
        double size = Math.abs(magnitude);
        if (unit.isEmpty() || unit.equals("%") || !(size > 0) || Double.isInfinite(size)) {
            return new SiScale(1, unit);
        }
        for (int i = 0; i < FACTORS.length; i++) {
            if (size >= FACTORS[i] * 0.9995) {
                return new SiScale(FACTORS[i], PREFIXES[i] + unit);
            }
        }
        return new SiScale(FACTORS[FACTORS.length - 1], PREFIXES[PREFIXES.length - 1] + unit);
    }

    /** The number in this unit with three significant digits, without the symbol. */
    public String number(double value) {
        return significant(value / factor);
    }

    /** Number and symbol, for example "12.3 W". */
    public String words(double value) {
        return number(value) + (symbol.isEmpty() ? "" : "\u202f" + symbol);
    }

    String words(OptionalDouble value) {
        return value.isPresent() ? words(value.getAsDouble()) : "\u2013";
    }

    private static String significant(double value) {
        double size = Math.abs(value);
        int digits = size >= 99.95 || value == 0 ? 0 : size >= 9.995 ? 1 : size >= 0.9995 ? 2 : 3;
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }
}
