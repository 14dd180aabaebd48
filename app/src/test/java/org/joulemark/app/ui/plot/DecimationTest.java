package org.joulemark.app.ui.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Columns against a computation that looks at every piece of the curve. */
class DecimationTest {
    private static final int CAPACITY = 4096;

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void columnsHoldWhatAWalkOverAllPiecesFinds(long seed) {
        Random random = new Random(seed);
        Curve curve = randomCurve(random);
        synchronized (curve) {
            double first = (double) curve.tick(curve.oldest());
            double last = (double) curve.tick(curve.count() - 1);
            double from = first + (random.nextDouble() * 1.2 - 0.2) * (last - first);
            double to = from + Math.max(10, random.nextDouble() * random.nextDouble() * 1.3 * (last - first));
            Columns columns = new Columns();
            columns.width(1 + random.nextInt(300));
            new Decimation().columns(curve, from, to, columns);
            double span = (to - from) / columns.width();
            for (int c = 0; c < columns.width(); c++) {
                check(columns, c, naive(curve, from + c * span, from + (c + 1) * span));
            }
        }
    }

    private static Curve randomCurve(Random random) {
        Curve curve = new Curve(random.nextBoolean() ? Curve.Shape.STEP : Curve.Shape.LINE, CAPACITY);
        int points = 2 + random.nextInt(random.nextBoolean() ? 40 : 3 * CAPACITY);
        long tick = random.nextInt(1000) - 500;
        byte before = 1;
        for (int i = 0; i < points; i++) {
            byte state = i == 0 ? Curve.START : state(random, before, curve.shape());
            curve.append(tick, random.nextFloat() * 100, state);
            before = state;
            tick += 1 + random.nextInt(20);
        }
        return curve;
    }

    private static byte state(Random random, byte before, Curve.Shape shape) {
        if (random.nextInt(20) == 0) {
            return 3;
        }
        return before > 0 ? Curve.RESUMED : Curve.JOINED;
    }

    private static Fold naive(Curve curve, double from, double to) {
        Fold fold = new Fold();
        for (int i = curve.oldest(); i < curve.count(); i++) {
            if (i > curve.oldest()) {
                way(curve, i, Math.max(from, (double) curve.tick(i - 1)), Math.min(to, (double) curve.tick(i)), fold);
            }
            boolean inside = curve.tick(i) >= from && curve.tick(i) <= to;
            if (inside && curve.shape() == Curve.Shape.LINE && curve.state(i) <= 0) {
                fold.value(curve.value(i));
            }
        }
        return fold;
    }

    private static void way(Curve curve, int i, double begin, double end, Fold fold) {
        if (begin <= end && curve.state(i) == Curve.JOINED) {
            fold.value(at(curve, i, begin));
            fold.value(at(curve, i, end));
            fold.area((at(curve, i, begin) + at(curve, i, end)) / 2.0 * (end - begin), end - begin);
        }
        if (begin < end && (curve.state(i) > 0 || curve.state(i) == Curve.RESUMED)) {
            fold.gap = true;
        }
    }

    private static float at(Curve curve, int i, double tick) {
        if (curve.shape() == Curve.Shape.STEP) {
            return curve.value(i);
        }
        double a = (double) curve.tick(i - 1);
        double b = (double) curve.tick(i);
        return (float) (curve.value(i - 1) + (tick - a) / (b - a) * (curve.value(i) - curve.value(i - 1)));
    }

    private static void check(Columns columns, int c, Fold expected) {
        assertThat(columns.empty(c)).as("column %d is empty", c).isEqualTo(expected.empty());
        assertThat(columns.gap(c)).as("column %d has a gap", c).isEqualTo(expected.gap);
        if (!expected.empty()) {
            assertThat(columns.min(c)).isCloseTo(expected.min, within(1e-3f));
            assertThat(columns.max(c)).isCloseTo(expected.max, within(1e-3f));
            assertThat(columns.last(c)).isCloseTo(expected.last, within(1e-3f));
            assertThat(columns.mean(c)).isCloseTo(expected.mean(), within(2e-2f));
        }
    }

    @Test
    void aLonePeakSurvivesAnHourInAThousandColumns() {
        Curve curve = new Curve(Curve.Shape.LINE, 360_000);
        for (int i = 0; i < 360_000; i++) {
            curve.append(i, i == 123_456 ? 900 : 10, i == 0 ? Curve.START : Curve.JOINED);
        }
        Columns columns = new Columns();
        columns.width(1000);
        new Decimation().columns(curve, 0, 360_000, columns);
        assertThat(columns.max(123_456 / 360)).isEqualTo(900);
        assertThat(columns.greatest()).isEqualTo(900);
        assertThat(columns.max(10)).isEqualTo(10);
    }
}
