package org.joulemark.engine.stats;

/**
 * What few repetitions cost: with three values twice the standard error covers four of five truths, not nineteen of
 * twenty. Standard uncertainties are enlarged until twice of them covers 95 % (GUM, JCGM 100:2008, annex G.4: effective
 * degrees of freedom by Welch and Satterthwaite).
 */
public final class FewValues {
    private static final double LEVEL = 0.95;

    /** Degrees above which Student's t is the normal distribution for every purpose here. */
    private static final double MANY = 1e6;

    private FewValues() {}

    /**
     * Root of the sum of squares of both parts, enlarged for few values.
     *
     * @param repeatability standard error of the mean of {@code values} repetitions
     * @param values repetitions; with one there is no spread to enlarge
     * @param others standard uncertainty of everything that does not rest on these repetitions
     */
    public static double standardUncertainty(double repeatability, int values, double others) {
        double combined = Math.hypot(repeatability, others);
        if (repeatability == 0 || values < 2) {
            return combined;
        }
        double degrees = (values - 1) * Math.pow(combined / repeatability, 4);
        return combined * Math.max(1, Quantiles.twoSidedT(LEVEL, Math.min(degrees, MANY)) / 2);
    }
}
