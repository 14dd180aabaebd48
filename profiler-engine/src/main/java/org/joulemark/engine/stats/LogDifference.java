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
 * @param common standard uncertainty of {@code log} from errors that all trials of a version share, which their spread
 *     does not show; 0 if there are none
 */
public record LogDifference(double log, double standardError, double degrees, int values, double common) {
    /** Trials below which no interval is given. */
    public static final int LEAST = ConfidenceIntervals.LEAST_FOR_T;

    private static final double POWER = 0.8;
    private static final double LEVEL = 0.95;

    /** Uncertainties of windows and sensors are stated so that the truth lies within twice of them. */
    private static final double COVERAGE = 2;

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
        return new LogDifference(Samples.mean(differences), error, differences.length - 1.0, differences.length, 0);
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
        return new LogDifference(Samples.mean(newLogs) - Samples.mean(oldLogs), Math.sqrt(both), degrees, fewer, 0);
    }

    /** The difference as a relative change: 0.05 means 5 % more. */
    public double change() {
        return Math.expm1(log);
    }

    /** The same with an error that all trials of a version share. */
    public LogDifference withCommon(double standardUncertainty) {
        return new LogDifference(log, standardError, degrees, values, standardUncertainty);
    }

    /**
     * 95 % interval of {@link #change()}: Student's t of the spread, and twice what the trials share, as root of the sum of
     * squares; empty below three values.
     */
    public Optional<Interval> interval95() {
        if (values < LEAST) {
            return Optional.empty();
        }
        double half = half();
        return Optional.of(new Interval(Math.expm1(log - half), Math.expm1(log + half), LEVEL));
    }

    private double half() {
        return Math.hypot(Quantiles.twoSidedT(LEVEL, degrees) * standardError, COVERAGE * common);
    }

    /**
     * Smallest relative increase these trials would show at the 95 % level in about four of five repetitions,
     * exp(half width of the interval + t(0.8) · standard error) − 1; the usual approximation by two central t quantiles.
     * Empty below three values.
     */
    public Optional<Double> detectableChange() {
        if (values < LEAST) {
            return Optional.empty();
        }
        return Optional.of(Math.expm1(half() + Quantiles.studentT(POWER, degrees) * standardError));
    }
}
