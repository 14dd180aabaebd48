package org.joulemark.engine.compare;

/** A metric that knows what its differences rest on. */
public interface JudgedMetric extends Metric {
    /** How a difference of two versions is judged. */
    Basis basis();

    /** Whether a version can have this metric at all; a regression has no top-1 accuracy. */
    default boolean applies(Contender contender) {
        return true;
    }
}
