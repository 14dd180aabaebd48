package org.joulemark.engine.history;

/**
 * Which event.
 *
 * @param seq its number
 * @param text its number and kind, for people
 */
record EventName(long seq, String text) {
    static EventName of(EventRow event) {
        return new EventName(event.seq(), event.name());
    }
}
