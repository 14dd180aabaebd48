package org.joulemark.engine.stats;

import java.util.Optional;
import org.joulemark.engine.model.Interval;

/**
 * Difference of two versions in the logarithm of a positive figure: a ratio, in which a common gain cancels.
 *
 * @param log mean difference of the logarithms, new minus old
 * @param standardError standard error of {@code log}
 * @param degrees degrees of freedom of that standard error
 * @param values trials of the version with fewer (pairs, where paired)
 */
public record LogDifference(double log, double standardError, double degrees, int values) {
    /** Trials below which no interval is given. */
    public static final int LEAST = ConfidenceIntervals.LEAST_FOR_T;

    private static final double POWER = 0.8;

    /** Of pairs measured in the same block; {@code old[i]} belongs to {@code recent[i]}. */
    public static LogDifference paired(double[] old, double[] recent) {
        if (old.length != recent.length) {
            throw new IllegalArgumentException(old.length + " values paired with " + recent.length);
        }
        double[] oldLogs = Samples.logs(old);
        double[] differences = Samples.logs(recent);
        for (int i = 0; i < differences.length; i++) {
            differences[i] -= oldLogs[i];
        }
        double error = Samples.standardError(differences);
        return new LogDifference(Samples.mean(differences), error, differences.length - 1.0, differences.length);
    }

    /** Of trials that do not belong together, with unequal variances (Welch 1947; degrees by Satterthwaite 1946). */
    public static LogDifference welch(double[] old, double[] recent) {
        double[] oldLogs = Samples.logs(old);
        double[] newLogs = Samples.logs(recent);
        double oldPart = Samples.variance(oldLogs) / oldLogs.length;
        double newPart = Samples.variance(newLogs) / newLogs.length;
        double both = oldPart + newPart;
        double degrees = both == 0
                ? oldLogs.length + newLogs.length - 2.0
                : both
                        * both
                        / (oldPart * oldPart / (oldLogs.length - 1.0) + newPart * newPart / (newLogs.length - 1.0));
        int fewer = Math.min(oldLogs.length, newLogs.length);
        return new LogDifference(Samples.mean(newLogs) - Samples.mean(oldLogs), Math.sqrt(both), degrees, fewer);
    }

    /** The difference as a relative change: 0.05 means 5 % more. */
    public double change() {
        return Math.expm1(log);
    }

    /** Interval of {@link #change()} by Student's t on the logarithms; empty below three values. */
    public Optional<Interval> interval(double level) {
        if (values < LEAST) {
            return Optional.empty();
        }
        double half = Quantiles.twoSidedT(level, degrees) * standardError;
        return Optional.of(new Interval(Math.expm1(log - half), Math.expm1(log + half), level));
    }

    /**
     * Smallest relative increase these trials would show at the 95 % level in about four of five repetitions,
     * exp((t(0.975) + t(0.8)) · standard error) − 1; the usual approximation by two central t quantiles. Empty below
     * three values.
     */
    public Optional<Double> detectableChange() {
        if (values < LEAST) {
            return Optional.empty();
        }
        double quantiles = Quantiles.twoSidedT(0.95, degrees) + Quantiles.studentT(POWER, degrees);
        return Optional.of(Math.expm1(quantiles * standardError));
    }
}
