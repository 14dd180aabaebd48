package org.joulemark.engine.stats;

import org.joulemark.engine.model.Interval;

/**
 * Two versions that answered the same rows.
 *
 * @param bothRight rows both have right
 * @param better rows only the new version has right
 * @param worse rows only the old version has right
 * @param bothWrong rows neither has right
 */
public record PairedShares(long bothRight, long better, long worse, long bothWrong) {
    public PairedShares {
        if (bothRight < 0 || better < 0 || worse < 0 || bothWrong < 0 || bothRight + better + worse + bothWrong < 1) {
            throw new IllegalArgumentException("not counts of rows");
        }
    }

    /** All rows. */
    public long rows() {
        return bothRight + better + worse + bothWrong;
    }

    /** Share right of the new version minus that of the old one. */
    public double difference() {
        return (double) (better - worse) / rows();
    }

    /** Exact two-sided McNemar probability. */
    public double probability() {
        return McNemar.exact(better, worse);
    }

    /**
     * Interval of {@link #difference()}: squared Wilson intervals of both shares, joined with their correlation (Newcombe
     * 1998, Statistics in Medicine 17, 2635–2650, method 10).
     */
    public Interval interval(double level) {
        long rows = rows();
        double newShare = (double) (bothRight + better) / rows;
        double oldShare = (double) (bothRight + worse) / rows;
        Interval of = Wilson.interval((double) (bothRight + better), rows, level);
        Interval to = Wilson.interval((double) (bothRight + worse), rows, level);
        double phi = correlation();
        double low = spread(newShare - of.low(), to.high() - oldShare, phi);
        double high = spread(of.high() - newShare, oldShare - to.low(), phi);
        return new Interval(difference() - low, difference() + high, level);
    }

    private static double spread(double a, double b, double phi) {
        return Math.sqrt(Math.max(0, a * a - 2 * phi * a * b + b * b));
    }

    /** Newcombe's φ, with his continuity correction where it is positive. */
    private double correlation() {
        double right = (double) bothRight + better;
        double wrong = (double) worse + bothWrong;
        double oldRight = (double) bothRight + worse;
        double oldWrong = (double) better + bothWrong;
        double margins = right * wrong * oldRight * oldWrong;
        if (margins == 0) {
            return 0;
        }
        double cross = (double) bothRight * bothWrong - (double) better * worse;
        double corrected = cross > 0 ? Math.max(cross - rows() / 2.0, 0) : cross;
        return corrected / Math.sqrt(margins);
    }
}
