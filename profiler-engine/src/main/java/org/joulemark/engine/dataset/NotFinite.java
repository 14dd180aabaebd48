package org.joulemark.engine.dataset;

import java.util.Optional;
import java.util.stream.IntStream;
import org.joulemark.engine.model.Elements;
import org.joulemark.engine.model.Finding;
import org.joulemark.engine.model.Severity;
import org.joulemark.engine.model.TensorData;

/** Inputs that are NaN or infinite: some models take NaN for a missing value, all others answer nonsense without a word. */
final class NotFinite {
    private NotFinite() {}

    static Optional<Finding> noticed(TensorData array) {
        if (!Numbers.floating(array.type())) {
            return Optional.empty();
        }
        int[] places = IntStream.range(0, Numbers.count(array))
                .filter(i -> !Double.isFinite(Elements.at(array, i)))
                .toArray();
        if (places.length == 0) {
            return Optional.empty();
        }
        int perRow = Math.max(
                1,
                Numbers.count(array) / Math.max(1, Math.toIntExact(array.shape().getFirst())));
        return Optional.of(new Finding(
                "inputs-not-finite",
                Severity.NOTE,
                "array '" + array.name() + "' is NaN or infinite in " + places.length
                        + (places.length == 1 ? " place" : " places") + ", first in row " + places[0] / perRow,
                "leave these rows out, unless the model takes missing values"));
    }
}
