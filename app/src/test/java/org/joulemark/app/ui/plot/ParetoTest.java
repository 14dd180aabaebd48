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
        double[] y = random.ints(many, 0, 12).mapToDouble(v -> v == 11 ? Double.NaN : v).toArray();
        Better betterX = random.nextBoolean() ? Better.LOWER : Better.HIGHER;
        Better betterY = random.nextBoolean() ? Better.LOWER : Better.HIGHER;
        int[] expected = IntStream.range(0, many)
                .filter(i -> !Double.isNaN(y[i]))
                .filter(i -> IntStream.range(0, many).noneMatch(j -> dominates(x, y, j, i, betterX, betterY)))
                .toArray();
        int[] front = Pareto.front(x, y, betterX, betterY);
        assertThat(front).containsExactlyInAnyOrder(expected);
        for (int i = 1; i < front.length; i++) {
            assertThat(x[front[i]]).isGreaterThanOrEqualTo(x[front[i - 1]]);
        }
    }

    private static boolean dominates(double[] x, double[] y, int a, int b, Better betterX, Better betterY) {
        double dx = betterX == Better.LOWER ? x[b] - x[a] : x[a] - x[b];
        double dy = betterY == Better.LOWER ? y[b] - y[a] : y[a] - y[b];
        return dx >= 0 && dy >= 0 && (dx > 0 || dy > 0);
    }

    @Test
    void aFrontNeedsDirections() {
        assertThatThrownBy(() -> Pareto.front(new double[1], new double[1], Better.NEITHER, Better.LOWER))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
