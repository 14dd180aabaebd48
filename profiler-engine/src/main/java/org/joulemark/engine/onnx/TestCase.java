package org.joulemark.engine.onnx;

import java.util.List;
import org.joulemark.engine.model.OutputValue;
import org.joulemark.engine.model.TensorData;

/**
 * Inputs of a model and the outputs it should give.
 *
 * @param name name of its folder, for example {@code test_data_set_0}, or what its files' names begin with
 * @param inputs inputs in the order of the model's inputs, named after them
 * @param expected outputs in the order of the model's outputs, named after them; unreadable ones say why
 */
public record TestCase(String name, List<TensorData> inputs, List<OutputValue> expected) {}
