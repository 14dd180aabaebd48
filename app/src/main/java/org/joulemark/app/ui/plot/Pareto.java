package org.joulemark.app.ui.plot;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Points that no other point beats: none is at least as good in both directions and better in one. */
public final class Pareto {
    private Pareto() {}

    /**
     * Indices of the points of the front, by growing x. Equal points are all on it; points that are not numbers never.
     *
     * @param x first coordinates
     * @param y second coordinates, as many
     * @param betterX the good end of x; not {@link Better#NEITHER}
     * @param betterY the good end of y; not {@link Better#NEITHER}
     */
    public static int[] front(double[] x, double[] y, Better betterX, Better betterY) {
        if (x.length != y.length || betterX == Better.NEITHER || betterY == Better.NEITHER) {
            throw new IllegalArgumentException("a front needs as many x as y and two directions");
        }
        Comparator<Integer> bestFirst = (a, b) -> betterX.compare(x[b], x[a]);
        Integer[] order = IntStream.range(0, x.length)
                .filter(i -> !Double.isNaN(x[i]) && !Double.isNaN(y[i]))
                .boxed()
                .sorted(bestFirst.thenComparing((a, b) -> betterY.compare(y[b], y[a])))
                .toArray(Integer[]::new);
        int[] front = new int[order.length];
        int size = 0;
        for (int i : order) {
            boolean best = size == 0 || betterY.compare(y[i], y[front[size - 1]]) > 0;
            if (best || (x[i] == x[front[size - 1]] && y[i] == y[front[size - 1]])) {
                front[size++] = i;
            }
        }
        return Arrays.stream(front, 0, size)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(i -> x[i]).thenComparingDouble(i -> y[i]))
                .mapToInt(i -> i)
                .toArray();
    }
}
