package org.joulemark.engine.worker;

/** Something we do not support, named in one line. */
final class RefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    RefusedException(String message) {
        super(message);
    }
}
