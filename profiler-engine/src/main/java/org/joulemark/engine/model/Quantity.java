package org.joulemark.engine.model;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value with unit, standard uncertainty and provenance.
 *
 * @param value finite value in {@code unit}
 * @param unit unit of value and uncertainty
 * @param standardUncertainty standard uncertainty (k = 1) in {@code unit}, finite and not negative; where it rests on few
 *     repetitions, enlarged so that twice of it covers about 95 %
 * @param interval95 95 % confidence interval where the distribution is not symmetric (Wilson, order statistics,
 *     bootstrap), else null
 * @param shares share of the value by provenance, each in (0, 1], summing to 1
 * @param lowerBound true where a part is missing, so that the value reads "at least"
 * @param notCovered what uncertainty and interval leave out, to stand beside them or, where they are 0, in their place,
 *     for example "spread unknown: one trial"; null if they are the whole
 * @param doubt what decides how well it is known; null where that was not asked
 */
public record Quantity(
        double value,
        Unit unit,
        double standardUncertainty,
        @Nullable Interval interval95,
        Map<Provenance, Double> shares,
        boolean lowerBound,
        @Nullable String notCovered,
        @Nullable Doubt doubt)
        implements Figure {
    public Quantity {
        if (!Double.isFinite(value) || !Double.isFinite(standardUncertainty) || standardUncertainty < 0) {
            throw new IllegalArgumentException("not a quantity: " + value + " ± " + standardUncertainty + " " + unit);
        }
        if (shares.isEmpty()) {
            throw new IllegalArgumentException("a quantity without provenance: " + value + " " + unit);
        }
        shares = Map.copyOf(shares);
    }

    /** What decides how well a value is known. */
    public enum Doubt {
        /** Sensors, edges of windows and baselines. */
        SENSOR,
        /** Trials that differ from each other by more than the sensors explain. */
        TRIALS
    }

    /** The same, known as well as {@code what} lets it be. */
    public Quantity inDoubt(Doubt what) {
        return new Quantity(value, unit, standardUncertainty, interval95, shares, lowerBound, notCovered, what);
    }

    /** Whether repetitions that differ, and not the sensors, decide how well it is known. */
    public boolean scattered() {
        return doubt == Doubt.TRIALS;
    }

    /** A value that stems from one kind of source. */
    public static Quantity of(double value, Unit unit, double standardUncertainty, Provenance provenance) {
        return new Quantity(value, unit, standardUncertainty, null, Map.of(provenance, 1.0), false, null, null);
    }

    /** An exact count: no uncertainty. */
    public static Quantity exact(double value, Unit unit) {
        return of(value, unit, 0, Provenance.COUNTER);
    }

    /** The same with what its uncertainty leaves out; null if it is the whole. */
    public Quantity notCovering(@Nullable String part) {
        return new Quantity(value, unit, standardUncertainty, interval95, shares, lowerBound, part, doubt);
    }

    /** The same with a 95 % interval of its own. */
    public Quantity withInterval(Interval interval) {
        return new Quantity(value, unit, standardUncertainty, interval, shares, lowerBound, notCovered, doubt);
    }

    /** The same in another unit, of which one of this quantity's unit is {@code factor}; a positive number. */
    public Quantity times(double factor, Unit other) {
        Interval scaled = interval95 == null
                ? null
                : new Interval(interval95.low() * factor, interval95.high() * factor, interval95.level());
        return new Quantity(
                value * factor, other, standardUncertainty * factor, scaled, shares, lowerBound, notCovered, doubt);
    }

    /** The worst provenance any part of this value has. */
    public Provenance worst() {
        return shares.keySet().stream().reduce(Provenance.COUNTER, Provenance::worse);
    }

    /** Expanded uncertainty at k = 2, in {@link #unit()}. */
    public double expandedUncertainty() {
        return 2 * standardUncertainty;
    }

    /**
     * Whether an energy, a power or an emission can be told from zero: zero lies outside its interval, or outside its expanded
     * uncertainty. Other quantities always can: a latency is never nothing, however wide its interval is.
     */
    public boolean resolved() {
        return switch (unit) {
            case JOULES, JOULES_PER_INFERENCE, WATT_HOURS_PER_1000, WATTS, GRAMS_CO2E_PER_1000 -> toldFromZero();
            case NANOSECONDS, MILLISECONDS, INFERENCES_PER_SECOND, BYTES, COUNT, RATIO, LABEL_UNIT, NUMBER -> true;
        };
    }

    private boolean toldFromZero() {
        return interval95 == null
                ? standardUncertainty == 0 || Math.abs(value) > expandedUncertainty()
                : !interval95.contains(0);
    }
}
