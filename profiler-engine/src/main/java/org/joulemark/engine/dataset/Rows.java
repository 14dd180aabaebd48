package org.joulemark.engine.dataset;

import java.util.Map;
import org.joulemark.engine.model.TensorData;

/**
 * Content of a data file.
 *
 * @param inputs arrays by name
 * @param labels right answers
 */
record Rows(Map<String, TensorData> inputs, Labels labels) {}
