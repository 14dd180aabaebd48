package org.joulemark.app.ui.settings;

/**
 * What was found of one sensor or provider.
 *
 * @param kind how well it is
 * @param name what it is called
 * @param state found, readable, counted, usable, in words
 * @param facts what it is: device, scope, provenance, period; possibly empty
 * @param why why not, in the words of the probe or loader; empty if nothing is wrong
 * @param remedy exact remedy; empty if there is none
 */
public record Finding(Kind kind, String name, String state, String facts, String why, String remedy) {
    /** How well it is with a sensor or provider. */
    public enum Kind {
        /** It works and counts. */
        FINE("✓"),
        /** It works by guessing. */
        GUESS("~"),
        /** It is not here, or read and left out of totals. */
        ASIDE("–"),
        /** It is here and cannot be used. */
        BLOCKED("!");

        private final String mark;

        Kind(String mark) {
            this.mark = mark;
        }

        /** A mark that stands beside the words, never alone. */
        public String mark() {
            return mark;
        }
    }
}
