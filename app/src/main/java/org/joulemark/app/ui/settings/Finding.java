package org.joulemark.app.ui.settings;

import org.joulemark.engine.model.Severity;

/**
 * What was found of one sensor or provider.
 *
 * @param severity {@code NOTE} where all is well, {@code WARNING} where something is blocked
 * @param name what it is called
 * @param state found, readable, counted, usable, in words
 * @param facts what it is: device, scope, provenance, period; possibly empty
 * @param why why not, in the words of the probe or loader; empty if nothing is wrong
 * @param remedy exact remedy; empty if there is none
 */
public record Finding(Severity severity, String name, String state, String facts, String why, String remedy) {
    /** Whether it works and adds to figures. */
    public boolean well() {
        return severity == Severity.NOTE;
    }
}
