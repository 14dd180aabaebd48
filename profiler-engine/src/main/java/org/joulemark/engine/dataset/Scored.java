package org.joulemark.engine.dataset;

import java.util.List;
import java.util.Map;
import org.joulemark.engine.model.Figure;
import org.joulemark.engine.model.Finding;
import org.joulemark.engine.model.Predictions;
import org.joulemark.engine.model.Task;
import org.jspecify.annotations.Nullable;

/**
 * What a model scored on a set.
 *
 * @param task what was asked
 * @param correct rows answered right, or null for regression
 * @param scores by name: {@code top1}, {@code top5}, {@code macroF1} or {@code rmse}, {@code mae}, {@code r2}
 * @param predictions answers beside labels; an answer that is no number or no known class is -1
 * @param findings what was noticed, such as answers that are not numbers
 */
public record Scored(
        Task task,
        @Nullable Long correct,
        Map<String, Figure> scores,
        Predictions predictions,
        List<Finding> findings) {}
