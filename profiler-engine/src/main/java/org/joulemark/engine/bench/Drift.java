package org.joulemark.engine.bench;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.joulemark.engine.model.Finding;
import org.joulemark.engine.model.LatencySeries;
import org.joulemark.engine.model.Severity;
import org.joulemark.engine.stats.Samples;

/** Whether a trial measured one state of the machine: its last third against its first. */
final class Drift {
    /** Parts of a trial that are compared: the first and the last third. */
    static final int PARTS = 3;

    /**
     * Largest relative change between first and last third. Warm-up lets 1 % in ten seconds pass, which over a minute is
     * 4 % between the thirds; more than 5 % is a change that came after it.
     */
    private static final double LIMIT = 0.05;

    /** With fewer calls a third has fewer than ten, whose median one slow call can move. */
    private static final int LEAST_CALLS = 30;

    private Drift() {}

    /** Drift of the latency, by the medians of its thirds. */
    static Optional<Finding> latency(LatencySeries calls) {
        long[] nanos = calls.toArray();
        if (nanos.length < LEAST_CALLS) {
            return Optional.empty();
        }
        int third = nanos.length / PARTS;
        double first = Samples.median(doubles(nanos, 0, third));
        double last = Samples.median(doubles(nanos, nanos.length - third, nanos.length));
        return finding("latency-drift", "latency", first, last);
    }

    private static double[] doubles(long[] nanos, int from, int to) {
        return Arrays.stream(nanos, from, to).asDoubleStream().toArray();
    }

    /** Drift of the power of a sensor, by its mean over the thirds. */
    static Optional<Finding> power(String sensor, double firstWatts, double lastWatts) {
        return finding("power-drift", "the power of " + sensor, firstWatts, lastWatts);
    }

    private static Optional<Finding> finding(String code, String what, double first, double last) {
        double change = (last - first) / first;
        if (!(Math.abs(change) > LIMIT)) {
            return Optional.empty();
        }
        String text = String.format(
                Locale.ROOT,
                "%s %s by %.0f %% from the first to the last third of the trial",
                what,
                change > 0 ? "rose" : "fell",
                100 * Math.abs(change));
        return Optional.of(new Finding(
                code,
                Severity.WARNING,
                text,
                "cool the machine, warm up longer, and leave it alone while it measures"));
    }
}
