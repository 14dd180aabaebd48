package org.joulemark.app.ui.plot;

/**
 * A stretch of a run, shaded in the timeline.
 *
 * @param kind what the run does
 * @param words label, for example "trial 2: digits-v3"
 * @param fromNanos tick at which it began
 * @param toNanos tick at which it ended; {@link #OPEN} while it lasts
 */
public record Phase(PhaseKind kind, String words, long fromNanos, long toNanos) {
    /** End of a phase that still lasts. */
    public static final long OPEN = Long.MAX_VALUE;

    /** Whether it still lasts. */
    public boolean open() {
        return toNanos == OPEN;
    }

    /** The same phase, ended at the given tick. */
    public Phase end(long tickNanos) {
        return new Phase(kind, words, fromNanos, Math.max(fromNanos, tickNanos));
    }
}
