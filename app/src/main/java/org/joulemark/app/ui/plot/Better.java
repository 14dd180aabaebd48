package org.joulemark.app.ui.plot;

/** Which end of an axis is the good one. */
public enum Better {
    /** Less is better: energy, latency. */
    LOWER,
    /** More is better: accuracy. */
    HIGHER,
    /** Neither end is better; there is no front. */
    NEITHER;

    /** Positive if {@code a} is better than {@code b}, negative if worse. */
    int compare(double a, double b) {
        return this == LOWER ? Double.compare(b, a) : Double.compare(a, b);
    }
}
