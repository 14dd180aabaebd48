package org.joulemark.engine.power.load;

/**
 * Power of a CPU by load, linear between given points.
 *
 * @param basis where the curve comes from, in words with its source
 * @param watts0 watts at 0 % load
 * @param watts10 watts at 10 % load
 * @param watts50 watts at 50 % load
 * @param watts100 watts at 100 % load
 * @param relativeUncertainty expanded relative uncertainty, k = 2
 * @param wholeServer whether the watts are a share of a whole server's wall power
 */
record PowerCurve(
        String basis,
        double watts0,
        double watts10,
        double watts50,
        double watts100,
        double relativeUncertainty,
        boolean wholeServer) {
    /** Load curve over TDP of Teads, via Boavizta (power_coefficients.csv: cpu_power_ratio_*). */
    static PowerCurve ofTdp(String basis, double tdpWatts, PowerRatios ratios, double relativeUncertainty) {
        return new PowerCurve(
                basis,
                tdpWatts * ratios.idle(),
                tdpWatts * ratios.at10(),
                tdpWatts * ratios.at50(),
                tdpWatts * ratios.at100(),
                relativeUncertainty,
                false);
    }

    /** A straight line from idle to full load of a share of a whole server. */
    static PowerCurve serverShare(String basis, double minWatts, double maxWatts, double relativeUncertainty) {
        double span = maxWatts - minWatts;
        return new PowerCurve(
                basis, minWatts, minWatts + 0.1 * span, minWatts + 0.5 * span, maxWatts, relativeUncertainty, true);
    }

    /**
     * Shares of TDP drawn at a load.
     *
     * @param idle at 0 %
     * @param at10 at 10 %
     * @param at50 at 50 %
     * @param at100 at 100 %
     */
    record PowerRatios(double idle, double at10, double at50, double at100) {}

    /** Watts at a utilisation from 0 to 1. */
    double watts(double utilisation) {
        if (utilisation <= 0.1) {
            return between(watts0, watts10, utilisation / 0.1);
        }
        if (utilisation <= 0.5) {
            return between(watts10, watts50, (utilisation - 0.1) / 0.4);
        }
        return between(watts50, watts100, (utilisation - 0.5) / 0.5);
    }

    private static double between(double low, double high, double share) {
        return low + share * (high - low);
    }
}
