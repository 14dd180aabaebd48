package org.joulemark.engine.protocol;

import java.io.IOException;

/** Bytes that are no frame of this protocol. */
public final class ProtocolException extends IOException {
    private static final long serialVersionUID = 1L;

    /** Says what was wrong with the bytes. */
    public ProtocolException(String message) {
        super(message);
    }
}
