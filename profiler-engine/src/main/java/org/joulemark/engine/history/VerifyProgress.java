package org.joulemark.engine.history;

/** Hears how far a verification is. */
@FunctionalInterface
public interface VerifyProgress {
    /** {@code done} of {@code total} things of a stage, such as "events", are checked. */
    void at(String stage, long done, long total);

    /** Hears nothing. */
    static VerifyProgress silent() {
        return (stage, done, total) -> {};
    }
}
