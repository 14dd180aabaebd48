package org.joulemark.engine.dataset;

import java.util.Locale;
import java.util.Optional;
import org.joulemark.engine.model.ElementType;
import org.joulemark.engine.model.Elements;
import org.joulemark.engine.model.Finding;
import org.joulemark.engine.model.Severity;
import org.joulemark.engine.model.TensorData;
import org.joulemark.engine.model.ValueSpec;

/**
 * Casts a user should know of: integers that become floating-point numbers keep their values, so an image of 0 to 255
 * is fed as 0 to 255 to a model that may have been trained on 0 to 1; and 16-bit floats keep few digits. That a double
 * becomes a float is not worth a word.
 */
final class Casts {
    private Casts() {}

    static Optional<Finding> noticed(TensorData array, ValueSpec input) {
        ElementType from = array.type();
        ElementType to = input.type();
        if (from == to || !Numbers.floating(to)) {
            return Optional.empty();
        }
        boolean integers = !Numbers.floating(from);
        if (!integers && (to.bits() > 16 || from.bits() <= to.bits())) {
            return Optional.empty();
        }
        String what = "array '" + array.name() + "' (" + from + range(array) + ") was cast to " + to + " for input '"
                + input.name() + "'; its values were not scaled";
        return Optional.of(new Finding(
                "input-cast",
                Severity.NOTE,
                what,
                integers
                        ? "if the model wants scaled values, for example 0 to 1, save the array so"
                        : "save the array as " + to + " to choose the rounding"));
    }

    private static String range(TensorData array) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < Numbers.count(array); i++) {
            double value = Elements.at(array, i);
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        return low > high || !Double.isFinite(low + high) ? "" : ", " + plain(low) + " to " + plain(high);
    }

    private static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : String.format(Locale.ROOT, "%.4g", value);
    }
}
