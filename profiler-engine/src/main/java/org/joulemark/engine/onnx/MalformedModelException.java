package org.joulemark.engine.onnx;

import java.io.IOException;

/** Bytes that are no ONNX model. */
final class MalformedModelException extends IOException {
    private static final long serialVersionUID = 1L;

    MalformedModelException(String message) {
        super(message);
    }
}
