package org.joulemark.engine.bench.check;

import java.util.List;
import org.joulemark.engine.model.ElementType;
import org.joulemark.engine.model.Elements;
import org.joulemark.engine.model.OutputValue;
import org.joulemark.engine.model.TensorData;

/**
 * Compares outputs with references as the ONNX backend tests do: |a − b| ≤ 1e-7 + 1e-3 |b| for floats (1e-2 for 16-bit
 * floats, whose own rounding is 1e-3), equality for everything else; NaN equals NaN.
 *
 * <p>A sum of large terms that cancel leaves the rounding of those terms, not of the sum: beside elements near 1 an
 * element that should be 0 may well be 1e-6 (a Fourier transform is full of such). So the absolute part is at least a
 * few roundings of the largest finite reference element: 1e-5 of it for float32 (84 roundings), 1e-13 for float64, 1e-3
 * for 16-bit floats (one rounding).
 */
final class OutputComparison {
    private static final double ABSOLUTE = 1e-7;

    private double largestDifference;
    private int compared;
    private String wrong = "";
    private String skipped = "";

    static OutputComparison of(List<OutputValue> expected, List<OutputValue> actual) {
        OutputComparison comparison = new OutputComparison();
        for (int i = 0; i < expected.size(); i++) {
            OutputValue have = i < actual.size() ? actual.get(i) : new OutputValue.Unreadable("?", "not given");
            comparison.add(expected.get(i), have);
        }
        return comparison;
    }

    boolean right() {
        return wrong.isEmpty();
    }

    double largestDifference() {
        return compared == 0 ? -1 : largestDifference;
    }

    int compared() {
        return compared;
    }

    /** What was wrong, or what could not be compared; empty if neither. */
    String words() {
        return wrong.isEmpty() ? skipped : wrong;
    }

    private void add(OutputValue expected, OutputValue actual) {
        if (expected instanceof OutputValue.TensorValue(TensorData want)
                && actual instanceof OutputValue.TensorValue(TensorData have)) {
            compared++;
            tensors(want, have);
        } else {
            String why = expected instanceof OutputValue.Unreadable(String _, String reason)
                    ? reason
                    : actual instanceof OutputValue.Unreadable(String _, String other) ? other : "";
            skipped = "output '" + expected.name() + "' was not compared: " + why;
        }
    }

    private void tensors(TensorData want, TensorData have) {
        if (want.type() != have.type() || !want.shape().equals(have.shape())) {
            wrong = "output '%s' is %s%s where the reference is %s%s"
                    .formatted(want.name(), have.type(), have.shape(), want.type(), want.shape());
            return;
        }
        if (want.strings() != null) {
            if (!want.strings().equals(have.strings())) {
                wrong = "output '" + want.name() + "' differs from the reference text";
            }
            return;
        }
        elements(want, have);
    }

    private void elements(TensorData want, TensorData have) {
        double tolerance = relative(want.type());
        double absolute = Math.max(ABSOLUTE, rounding(want.type()) * largest(want));
        long different = 0;
        for (int i = 0; i < want.elements(); i++) {
            double a = Elements.at(have, i);
            double b = Elements.at(want, i);
            if (Double.compare(a, b) == 0 || a == b) {
                continue;
            }
            double difference = Math.abs(a - b);
            if (Double.isNaN(difference) || difference > absolute + tolerance * Math.abs(b) || tolerance == 0) {
                different++;
            }
            largestDifference = Math.max(largestDifference, Double.isNaN(difference) ? Double.MAX_VALUE : difference);
        }
        if (different > 0) {
            wrong = "output '%s' differs in %d of %d elements, by %.3g at most"
                    .formatted(want.name(), different, want.elements(), largestDifference);
        }
    }

    private static double largest(TensorData tensor) {
        double largest = 0;
        for (int i = 0; i < tensor.elements(); i++) {
            double size = Math.abs(Elements.at(tensor, i));
            largest = Double.isFinite(size) ? Math.max(largest, size) : largest;
        }
        return largest;
    }

    private static double rounding(ElementType type) {
        return switch (type) {
            case FLOAT -> 1e-5;
            case DOUBLE -> 1e-13;
            case FLOAT16, BFLOAT16 -> 1e-3;
            default -> 0;
        };
    }

    private static double relative(ElementType type) {
        return switch (type) {
            case FLOAT, DOUBLE -> 1e-3;
            case FLOAT16, BFLOAT16 -> 1e-2;
            default -> 0;
        };
    }
}
