package org.joulemark.app.ui.compare;

import java.util.Arrays;
import java.util.Locale;

/** The charts there are. */
enum ChartKind {
    /** Versions between two metrics. */
    SCATTER,
    /** Latency distributions over each other. */
    LATENCIES,
    /** Power of two trials over each other. */
    TRACES;

    /** Key of its texts and of the preferences. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The chart of that key; the scatter for anything else. */
    static ChartKind of(String key) {
        return Arrays.stream(values())
                .filter(kind -> kind.key().equals(key))
                .findFirst()
                .orElse(SCATTER);
    }
}
