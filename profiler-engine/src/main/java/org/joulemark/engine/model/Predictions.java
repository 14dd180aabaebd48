package org.joulemark.engine.model;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What a model answered to each row of an evaluation set beside what was right. Class indices are stored as whole
 * numbers; regression values as they are. Kept so that paired tests can be repeated. Immutable.
 */
public final class Predictions {
    private final double[] predicted;
    private final double[] expected;

    /** Copies both columns, which have one entry a row. */
    public Predictions(double[] predicted, double[] expected) {
        if (predicted.length != expected.length) {
            throw new IllegalArgumentException(predicted.length + " answers for " + expected.length + " rows");
        }
        this.predicted = predicted.clone();
        this.expected = expected.clone();
    }

    /** Number of rows. */
    public int rows() {
        return predicted.length;
    }

    /** Answer of the model to row {@code i}. */
    public double predicted(int i) {
        return predicted[i];
    }

    /** Right answer of row {@code i}. */
    public double expected(int i) {
        return expected[i];
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Predictions that
                && Arrays.equals(predicted, that.predicted)
                && Arrays.equals(expected, that.expected);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(predicted) + Arrays.hashCode(expected);
    }
}
