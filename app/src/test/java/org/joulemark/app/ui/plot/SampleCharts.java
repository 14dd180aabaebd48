package org.joulemark.app.ui.plot;

import java.util.List;
import java.util.Random;

/** Made-up comparisons to look at. */
final class SampleCharts {
    static final AxisSpec ENERGY = new AxisSpec("Energy per inference", "J", false, Better.LOWER);
    static final AxisSpec ACCURACY = new AxisSpec("Accuracy", "%", false, Better.HIGHER);
    static final AxisSpec LATENCY = new AxisSpec("Latency", "s", true, Better.LOWER);
    static final AxisSpec SHARE = new AxisSpec("Share of inferences", "", false, Better.NEITHER);

    private SampleCharts() {}

    static List<XyPoint> versions() {
        return List.of(
                point("digits-v1", 0.0042, 91.2, 0, true),
                point("digits-v2", 0.0061, 94.8, 1, false),
                point("digits-v2-int8", 0.0029, 94.1, 2, false),
                point("digits-v3", 0.0093, 97.3, 3, false),
                point("digits-v3-int8", 0.0047, 96.9, 4, false),
                point("digits-v3-pruned", 0.0051, 96.2, 5, false));
    }

    private static XyPoint point(String label, double joules, double percent, int style, boolean baseline) {
        return new XyPoint(
                label,
                joules,
                percent,
                new XyPoint.Interval(joules * 0.94, joules * 1.07),
                new XyPoint.Interval(percent - 0.5, percent + 0.45),
                style,
                baseline);
    }

    static List<StepSeries> latencies() {
        return List.of(
                StepSeries.ecdf("digits-v3", 0, values(1, 0.0021, 50_000)),
                StepSeries.ecdf("digits-v3-int8", 1, values(2, 0.0012, 50_000)),
                StepSeries.ecdf("digits-v2", 2, values(3, 0.0015, 400)));
    }

    private static double[] values(long seed, double middle, int many) {
        Random random = new Random(seed);
        double[] values = new double[many];
        for (int i = 0; i < many; i++) {
            boolean slow = random.nextInt(30) == 0;
            values[i] = middle * Math.exp(0.12 * random.nextGaussian()) * (slow ? 2.2 : 1);
        }
        return values;
    }

    static List<StepSeries> traces() {
        return List.of(trace("trial 1: digits-v3", 0, 44), trace("trial 2: digits-v3-int8", 1, 38));
    }

    private static StepSeries trace(String name, int style, double watts) {
        Random random = new Random(style);
        double[] x = new double[2000];
        double[] y = new double[2000];
        for (int i = 0; i < x.length; i++) {
            x[i] = i / 100.0;
            double rise = 1 - Math.exp(-x[i] * 3);
            y[i] = style == 0 && x[i] > 12 && x[i] < 12.6
                    ? Double.NaN
                    : 12 + (watts - 12) * rise + random.nextGaussian() * 1.2;
        }
        return StepSeries.steps(name, style, x, y);
    }
}
