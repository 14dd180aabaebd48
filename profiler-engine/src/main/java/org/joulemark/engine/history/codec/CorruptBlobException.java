package org.joulemark.engine.history.codec;

import java.io.IOException;

/** Stored bytes that cannot be what they claim to be; the message says what is wrong with them. */
public final class CorruptBlobException extends IOException {
    private static final long serialVersionUID = 1L;

    /** Bytes that break a rule of the layout. */
    public CorruptBlobException(String message) {
        super(message);
    }
}
