package org.joulemark.engine.dataset;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Right answers of an evaluation set, one a row.
 *
 * @param values class indices (whole numbers) or regression values
 * @param integers whether the file stored them as integers, which means classes
 * @param names the classes as text, one a row, for models that answer in text; null if there are none
 */
record Labels(
        List<Double> values, boolean integers, @Nullable List<String> names) {}
