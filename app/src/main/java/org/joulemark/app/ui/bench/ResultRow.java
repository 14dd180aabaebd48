package org.joulemark.app.ui.bench;

import java.util.Map;
import org.joulemark.engine.model.Absent;
import org.joulemark.engine.model.Figure;
import org.joulemark.engine.model.Unit;
import org.joulemark.engine.model.VersionKey;

/**
 * One version in the table of results.
 *
 * @param key its version
 * @param label version, with its configuration where there are several
 * @param state what became of it so far
 * @param words state in words: "trial 2 of 3", "done", or why it failed
 * @param detail last lines of a worker that failed; else empty
 * @param figures figures by metric id; empty until there are any
 */
record ResultRow(VersionKey key, String label, State state, String words, String detail, Map<String, Figure> figures) {
    /** What became of a version. */
    enum State {
        /** Its turn has not come. */
        WAITING,
        /** Trials go on. */
        MEASURING,
        /** All trials are done; net figures wait for the baseline after. */
        MEASURED,
        /** The run is over. */
        DONE,
        /** It has no full result. */
        FAILED
    }

    /** The same version in another state. */
    ResultRow become(State next, String said) {
        return new ResultRow(key, label, next, said, "", figures);
    }

    /** The figure of a metric. */
    Figure figure(String metric) {
        return figures.getOrDefault(metric, new Absent(Unit.NUMBER, words));
    }
}
