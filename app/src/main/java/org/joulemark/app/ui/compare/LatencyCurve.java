package org.joulemark.app.ui.compare;

import java.io.IOException;
import java.util.Arrays;
import java.util.stream.LongStream;
import org.joulemark.engine.compare.Contender;
import org.joulemark.engine.model.Evidence;
import org.joulemark.engine.model.Trial;

/**
 * How the latencies of a version are distributed: share of calls that took at most so long, over all its trials.
 *
 * @param name its name
 * @param index its place among the versions, which gives it its colour everywhere
 * @param seconds latencies in ascending order; at most {@link #MOST}, evenly chosen, the fastest and slowest in
 * @param calls number of calls measured
 * @param why why there is none; empty if there is
 */
record LatencyCurve(String name, int index, double[] seconds, long calls, String why) {
    /** Points kept; more than a screen has columns. */
    static final int MOST = 20_000;

    private static final double NANOS_PER_SECOND = 1e9;

    /** Reads all calls of a version. */
    static LatencyCurve read(Contender contender, String name, int index, Evidence evidence) {
        try {
            long[] nanos = new long[0];
            for (Trial trial : contender.version().trials()) {
                nanos = LongStream.concat(
                                Arrays.stream(nanos),
                                Arrays.stream(
                                        evidence.latencies(trial.latencies()).toArray()))
                        .toArray();
            }
            Arrays.sort(nanos);
            return new LatencyCurve(name, index, thinned(nanos), nanos.length, nanos.length == 0 ? "no trials" : "");
        } catch (IOException e) {
            return new LatencyCurve(name, index, new double[0], 0, String.valueOf(e.getMessage()));
        }
    }

    private static double[] thinned(long[] sorted) {
        int kept = Math.min(MOST, sorted.length);
        double[] seconds = new double[kept];
        for (int i = 0; i < kept; i++) {
            int at = kept < 2 ? 0 : (int) Math.round((double) i * (sorted.length - 1) / (kept - 1));
            seconds[i] = sorted[at] / NANOS_PER_SECOND;
        }
        return seconds;
    }
}
