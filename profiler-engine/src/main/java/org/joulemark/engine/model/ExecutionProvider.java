package org.joulemark.engine.model;

/**
 * An execution provider of ONNX Runtime.
 *
 * @param id our id
 * @param ortName name ONNX Runtime gives it, as in {@code OrtProvider}
 * @param title what its vendor calls it
 * @param device kind of device it computes on
 */
public record ExecutionProvider(ProviderId id, String ortName, String title, DeviceId.Kind device) {}
