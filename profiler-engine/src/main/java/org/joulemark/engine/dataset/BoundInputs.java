package org.joulemark.engine.dataset;

import java.util.List;
import java.util.Set;
import org.joulemark.engine.model.Finding;
import org.joulemark.engine.model.TensorData;

/**
 * The arrays of an evaluation set that feed a model.
 *
 * @param tensors all rows of every input, in the order of the inputs
 * @param arrays names of the arrays in the file that were taken
 * @param findings what had to be done to them, for example that they were cast
 */
public record BoundInputs(List<TensorData> tensors, Set<String> arrays, List<Finding> findings) {}
