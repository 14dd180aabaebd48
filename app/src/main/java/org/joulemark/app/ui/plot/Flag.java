package org.joulemark.app.ui.plot;

/**
 * An event on the timeline.
 *
 * @param tickNanos when
 * @param kind what it warns of
 * @param words one line for the tooltip
 */
public record Flag(long tickNanos, FlagKind kind, String words) {}
