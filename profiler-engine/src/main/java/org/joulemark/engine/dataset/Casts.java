package org.joulemark.engine.dataset;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.joulemark.engine.model.ElementType;
import org.joulemark.engine.model.Elements;
import org.joulemark.engine.model.Finding;
import org.joulemark.engine.model.Severity;
import org.joulemark.engine.model.TensorData;
import org.joulemark.engine.model.ValueSpec;

/**
 * Casts a user should know of: integers that become floating-point numbers are not scaled, so an image of 0 to 255 is fed
 * as 0 to 255 to a model that may have been trained on 0 to 1; whole numbers of more digits than the type keeps become
 * others; and 16-bit floats keep few digits. That the decimals of a double become those of a float is not worth a word.
 */
final class Casts {
    /** From here on a double no longer tells neighbouring integers apart, so what is stored as one is no count. */
    private static final double LARGEST_COUNT = 1L << 53;

    private Casts() {}

    /**
     * What is to be known of a cast.
     *
     * @param array as it was read
     * @param cast as it is fed
     * @param input what it is for
     */
    static List<Finding> noticed(TensorData array, TensorData cast, ValueSpec input) {
        return Stream.of(unscaled(array, input), digitsLost(array, cast, input))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Finding> digitsLost(TensorData array, TensorData cast, ValueSpec input) {
        if (array.type() == cast.type() || !Numbers.floating(cast.type())) {
            return Optional.empty();
        }
        long lost = IntStream.range(0, Numbers.count(array))
                .filter(i -> !kept(array, cast, i))
                .count();
        if (lost == 0) {
            return Optional.empty();
        }
        return Optional.of(new Finding(
                "digits-lost",
                Severity.NOTE,
                "array '" + array.name() + "' (" + array.type() + range(array) + "): " + lost
                        + (lost == 1 ? " whole number has" : " whole numbers have") + " more digits than " + cast.type()
                        + " keeps, and input '" + input.name() + "' gets " + (lost == 1 ? "it" : "them") + " rounded",
                "feed such numbers as differences to a fixed one, or as several columns"));
    }

    /** Whether a whole number is still the same. */
    private static boolean kept(TensorData array, TensorData cast, int index) {
        double before = Elements.at(array, index);
        double after = Elements.at(cast, index);
        if (array.type() == ElementType.INT64 || array.type() == ElementType.UINT64) {
            return exact(array, index).compareTo(new BigDecimal(after)) == 0;
        }
        boolean whole = before == Math.rint(before) && Math.abs(before) < LARGEST_COUNT;
        return !whole || before == after;
    }

    private static BigDecimal exact(TensorData array, int index) {
        ByteBuffer bytes = array.elementBytes();
        long stored = bytes.getLong(bytes.position() + Long.BYTES * index);
        return new BigDecimal(
                array.type() == ElementType.UINT64 ? Long.toUnsignedString(stored) : Long.toString(stored));
    }

    private static Optional<Finding> unscaled(TensorData array, ValueSpec input) {
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
