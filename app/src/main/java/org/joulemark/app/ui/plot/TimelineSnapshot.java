package org.joulemark.app.ui.plot;

import java.util.List;

/**
 * What the timeline shows at one moment. The series inside go on growing; everything else stands still.
 *
 * @param rows rows from top to bottom
 * @param phases phases in the order they began
 * @param flags flags in the order they came
 * @param window the stretch of time shown
 * @param originNanos tick that reads "0:00"
 * @param standing whether it moves on with the newest reading
 */
public record TimelineSnapshot(
        List<TimelineRow> rows,
        List<Phase> phases,
        List<Flag> flags,
        TimeAxis window,
        long originNanos,
        Standing standing) {
    /** Whether the window moves on with the newest reading. */
    public enum Standing {
        /** It does. */
        FOLLOWING,
        /** Drawing rests. */
        PAUSED,
        /** The user looks at another stretch of time. */
        STILL,
        /** There will be no newer reading. */
        COMPLETE
    }

    /** Copies the lists. */
    public TimelineSnapshot {
        rows = List.copyOf(rows);
        phases = List.copyOf(phases);
        flags = List.copyOf(flags);
    }

    /** The window as times since the origin, for example "0:30 – 2:30". */
    public String windowWords() {
        long step = window.spanNanos() / 10;
        return TimeAxis.words(window.fromNanos() - originNanos, step) + " \u2013 "
                + TimeAxis.words(window.toNanos() - originNanos, step);
    }
}
