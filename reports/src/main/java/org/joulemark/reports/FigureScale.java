package org.joulemark.reports;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.joulemark.engine.model.Absent;
import org.joulemark.engine.model.Figure;
import org.joulemark.engine.model.Quantity;
import org.joulemark.engine.model.Unit;

/**
 * A unit with the SI prefix in which the figures of one column read without leading zeros, so that a column has one unit
 * and says it once.
 *
 * @param factor how many of the figure's own unit one of these is, for example 0.001 for mJ where figures are in J
 * @param symbol symbol with its prefix, for example "mJ"; possibly empty
 */
public record FigureScale(double factor, String symbol) {
    private static final String PER_1000 = "/1000";

    private static final double LEAST = 1;
    private static final double MOST = 1000;

    /** A little less or more than the range that reads well still does, if other figures of the column need it. */
    private static final double SLACK = 10;

    private static final List<FigureScale> JOULES = prefixed("J", 1);
    private static final List<FigureScale> WATT_HOURS = prefixed("Wh" + PER_1000, 1);
    private static final List<FigureScale> WATTS = prefixed("W", 1);
    private static final List<FigureScale> GRAMS = prefixed("gCO2e" + PER_1000, 1);
    private static final List<FigureScale> FROM_NANOSECONDS = seconds(1e9);
    private static final List<FigureScale> FROM_MILLISECONDS = seconds(1e3);
    private static final List<FigureScale> BYTES = List.of(
            new FigureScale(1e9, "GB"), new FigureScale(1e6, "MB"), new FigureScale(1e3, "kB"), plain(Unit.BYTES));

    /** The unit itself, without a prefix; ratios are in percent. */
    public static FigureScale plain(Unit unit) {
        return new FigureScale(unit == Unit.RATIO ? 0.01 : 1, unit.symbol());
    }

    /** The scale for one figure by itself. */
    public static FigureScale of(Figure figure) {
        return of(figure.unit(), List.of(figure));
    }

    /** The scale in which most figures of a column lie between 1 and 1000; the larger unit where two do as well. */
    public static FigureScale of(Unit unit, Collection<? extends Figure> figures) {
        double[] sizes = figures.stream()
                .mapToDouble(FigureScale::size)
                .filter(size -> size > 0)
                .toArray();
        FigureScale best = plain(unit);
        if (sizes.length == 0) {
            return best;
        }
        long most = -1;
        for (FigureScale scale : scales(unit)) {
            long fit = (sizes.length + 1) * scale.fitting(sizes, 1) + scale.fitting(sizes, SLACK);
            if (fit > most) {
                most = fit;
                best = scale;
            }
        }
        return best;
    }

    /** The symbol for a name that says itself what the figure is per. */
    public String bareSymbol() {
        return symbol.replace(PER_1000, "");
    }

    /** Whether figures in this unit are stated for a thousand inferences. */
    boolean per1000() {
        return symbol.endsWith(PER_1000);
    }

    private long fitting(double[] sizes, double slack) {
        return Arrays.stream(sizes)
                .map(size -> size / factor)
                .filter(size -> size >= LEAST / slack && size < MOST * slack)
                .count();
    }

    /** What is printed of a figure: itself, or its upper limit where it is not resolved. */
    private static double size(Figure figure) {
        return switch (figure) {
            case Absent _ -> 0;
            case Quantity quantity ->
                Math.abs(quantity.resolved() ? quantity.value() : FigureText.upperLimit(quantity));
        };
    }

    private static List<FigureScale> scales(Unit unit) {
        return switch (unit) {
            case JOULES, JOULES_PER_INFERENCE -> JOULES;
            case WATT_HOURS_PER_1000 -> WATT_HOURS;
            case WATTS -> WATTS;
            case GRAMS_CO2E_PER_1000 -> GRAMS;
            case NANOSECONDS -> FROM_NANOSECONDS;
            case MILLISECONDS -> FROM_MILLISECONDS;
            case BYTES -> BYTES;
            case INFERENCES_PER_SECOND, COUNT, RATIO, LABEL_UNIT, NUMBER -> List.of(plain(unit));
        };
    }

    /** Prefixes from kilo to nano. */
    private static List<FigureScale> prefixed(String symbol, double base) {
        return List.of(
                new FigureScale(1e3 * base, "k" + symbol),
                new FigureScale(base, symbol),
                new FigureScale(1e-3 * base, "m" + symbol),
                new FigureScale(1e-6 * base, "µ" + symbol),
                new FigureScale(1e-9 * base, "n" + symbol));
    }

    private static List<FigureScale> seconds(double base) {
        return prefixed("s", base).subList(1, 5);
    }
}
