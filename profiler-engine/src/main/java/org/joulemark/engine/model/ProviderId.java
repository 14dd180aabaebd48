package org.joulemark.engine.model;

/**
 * Name of an execution provider of ONNX Runtime.
 *
 * @param value {@code cpu}, {@code cuda} or {@code tensorrt}
 */
public record ProviderId(String value) {
    /** The CPU execution provider, in every build of ONNX Runtime. */
    public static final ProviderId CPU = new ProviderId("cpu");

    @Override
    public String toString() {
        return value;
    }
}
