package org.joulemark.engine.model;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value with unit, standard uncertainty and provenance.
 *
 * @param value finite value in {@code unit}
 * @param unit unit of value and uncertainty
 * @param standardUncertainty standard uncertainty (k = 1) in {@code unit}, finite and not negative
 * @param interval95 95 % confidence interval where the distribution is not symmetric (Wilson, bootstrap), else null
 * @param shares share of the value by provenance, each in (0, 1], summing to 1
 * @param lowerBound true where a part is missing, so that the value reads "at least"
 */
public record Quantity(
        double value,
        Unit unit,
        double standardUncertainty,
        @Nullable Interval interval95,
        Map<Provenance, Double> shares,
        boolean lowerBound)
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

    /** A value that stems from one kind of source. */
    public static Quantity of(double value, Unit unit, double standardUncertainty, Provenance provenance) {
        return new Quantity(value, unit, standardUncertainty, null, Map.of(provenance, 1.0), false);
    }

    /** An exact count: no uncertainty. */
    public static Quantity exact(double value, Unit unit) {
        return of(value, unit, 0, Provenance.COUNTER);
    }

    /** The worst provenance any part of this value has. */
    public Provenance worst() {
        return shares.keySet().stream().reduce(Provenance.COUNTER, Provenance::worse);
    }

    /** Expanded uncertainty at k = 2, in {@link #unit()}. */
    public double expandedUncertainty() {
        return 2 * standardUncertainty;
    }
}
