package org.joulemark.engine.model;

/** What a model gave for one output. */
public sealed interface OutputValue {
    /** Name of the output. */
    String name();

    /**
     * A tensor; a sequence of maps (classifier probabilities) comes as a tensor [rows, keys] with keys in sorted order.
     *
     * @param tensor its elements
     */
    record TensorValue(TensorData tensor) implements OutputValue {
        @Override
        public String name() {
            return tensor.name();
        }
    }

    /**
     * A value the Java interface of ONNX Runtime cannot read.
     *
     * @param name name of the output
     * @param why which type, in words
     */
    record Unreadable(String name, String why) implements OutputValue {}
}
