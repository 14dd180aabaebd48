package org.joulemark.engine.model;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How well a version answered an evaluation set.
 *
 * @param task what was asked
 * @param rows rows scored
 * @param correct rows answered right (top-1), or null for regression
 * @param scores by name: {@code top1}, {@code top5}, {@code macroF1} or {@code rmse}, {@code mae}, {@code r2}
 * @param predictions answers and labels, row by row
 */
public record AccuracyResult(
        Task task, long rows, @Nullable Long correct, Map<String, Figure> scores, BlobId predictions) {}
