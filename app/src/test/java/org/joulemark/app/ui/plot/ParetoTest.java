package org.joulemark.app.ui.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The front against a comparison of every pair. */
class ParetoTest {
    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void frontIsWhatNoOtherPointBeats(long seed) {
        Random random = new Random(seed);
        int many = random.nextInt(40);
        double[] x = random.ints(many, 0, 12).asDoubleStream().toArray();
        double[] y = random.ints(many, 0, 12)
                .mapToDouble(v -> v == 11 ? Double.NaN : v)
                .toArray();
        Better betterX = random.nextBoolean() ? Better.LOWER : Better.HIGHER;
        Better betterY = random.nextBoolean() ? Better.LOWER : Better.HIGHER;
        int[] expected = IntStream.range(0, many)
                .filter(i -> !Double.isNaN(y[i]))
                .filter(i -> IntStream.range(0, many)
                        .noneMatch(j -> dominates(gain(x, j, i, betterX), gain(y, j, i, betterY))))
                .toArray();
        int[] front = Pareto.front(x, y, betterX, betterY);
        assertThat(front).containsExactlyInAnyOrder(expected);
        for (int i = 1; i < front.length; i++) {
            assertThat(x[front[i]]).isGreaterThanOrEqualTo(x[front[i - 1]]);
        }
    }

    private static double gain(double[] values, int a, int b, Better better) {
        return better == Better.LOWER ? values[b] - values[a] : values[a] - values[b];
    }

    private static boolean dominates(double dx, double dy) {
        return dx >= 0 && dy >= 0 && (dx > 0 || dy > 0);
    }

    @Test
    void aFrontNeedsDirections() {
        assertThatThrownBy(() -> Pareto.front(new double[1], new double[1], Better.NEITHER, Better.LOWER))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
