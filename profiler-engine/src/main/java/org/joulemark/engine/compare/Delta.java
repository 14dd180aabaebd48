package org.joulemark.engine.compare;

import org.joulemark.engine.model.Interval;
import org.jspecify.annotations.Nullable;

/**
 * Difference of a version to the baseline.
 *
 * @param value relative change (new / baseline − 1) or absolute difference, see {@code relative}
 * @param relative whether {@code value} is a ratio; accuracy differences are absolute (0.01 = one point)
 * @param interval95 95 % interval of {@code value}; null if the data allow none (fewer than three trials)
 * @param method how it was computed, for example "block-paired t on log energy, n = 5"
 */
public record Delta(
        double value, boolean relative, @Nullable Interval interval95, String method) {}
