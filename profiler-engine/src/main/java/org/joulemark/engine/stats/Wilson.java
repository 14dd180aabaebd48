package org.joulemark.engine.stats;

import org.joulemark.engine.model.Interval;
import org.joulemark.engine.model.Provenance;
import org.joulemark.engine.model.Quantity;
import org.joulemark.engine.model.Unit;

/** Wilson's score interval of a share (Wilson 1927, JASA 22), without continuity correction. */
public final class Wilson {
    private Wilson() {}

    /** Interval of {@code successes} of {@code n}. @throws IllegalArgumentException unless 0 ≤ successes ≤ n and n ≥ 1 */
    public static Interval interval(double successes, long n, double level) {
        if (n < 1 || !(successes >= 0 && successes <= n)) {
            throw new IllegalArgumentException(successes + " of " + n + " is not a share");
        }
        double z = Quantiles.normal(0.5 + level / 2);
        double share = successes / n;
        double scale = 1 + z * z / n;
        double centre = (share + z * z / (2 * n)) / scale;
        double half = z * Math.sqrt(share * (1 - share) / n + z * z / (4.0 * n * n)) / scale;
        double low = successes == 0 ? 0 : Math.max(0, centre - half);
        double high = successes == n ? 1 : Math.min(1, centre + half);
        return new Interval(low, high, level);
    }

    /**
     * A share of rows with its 95 % interval. Its standard uncertainty is a quarter of the interval's width, so that an
     * uncertainty at k = 2 agrees with the interval and all or none of the rows are no proof of all or none.
     *
     * @param share share between 0 and 1
     * @param rows rows it was found in, at least one
     */
    public static Quantity ofRows(double share, long rows) {
        Interval interval = interval(share * rows, rows, 0.95);
        return Quantity.of(share, Unit.RATIO, (interval.high() - interval.low()) / 4, Provenance.COUNTER)
                .withInterval(interval);
    }
}
