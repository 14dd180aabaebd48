package org.joulemark.engine.stats;

/** A figure computed from a choice of rows, where a row may be chosen more than once. */
@FunctionalInterface
public interface RowStatistic {
    /** The figure of the rows with these indices; must not keep or change the array. */
    double of(int[] rows);
}
