package org.joulemark.engine.dataset;

import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Right answers of an evaluation set, one a row.
 *
 * @param values class indices (whole numbers) or regression values
 * @param integers whether the file stored them as integers, which means classes
 * @param names the classes as text, one a row, for models that answer in text; null if there are none
 * @param sorted whether the numbers are only the places of the names in sorted order, which a model need not share
 */
record Labels(
        List<Double> values, boolean integers, @Nullable List<String> names, boolean sorted) {
    Labels(List<Double> values, boolean integers, @Nullable List<String> names) {
        this(values, integers, names, false);
    }

    /** Classes given as text, numbered in sorted order. */
    static Labels ofNames(List<String> names) {
        List<String> classes = List.copyOf(new TreeSet<>(names));
        return new Labels(
                names.stream()
                        .map(name -> (double) Collections.binarySearch(classes, name))
                        .toList(),
                true,
                names,
                true);
    }
}
