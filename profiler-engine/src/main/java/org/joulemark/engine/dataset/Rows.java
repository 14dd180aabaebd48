package org.joulemark.engine.dataset;

import java.util.List;
import java.util.Map;
import org.joulemark.engine.model.Finding;
import org.joulemark.engine.model.TensorData;
import org.jspecify.annotations.Nullable;

/**
 * Content of a data file.
 *
 * @param inputs arrays by name
 * @param unreadable arrays no model can be fed with, and why
 * @param labels right answers; null if the file holds none
 * @param findings what was noticed while reading
 */
record Rows(
        Map<String, TensorData> inputs,
        Map<String, String> unreadable,
        @Nullable Labels labels,
        List<Finding> findings) {
    Rows(Map<String, TensorData> inputs, Labels labels) {
        this(inputs, Map.of(), labels, List.of());
    }
}
