package org.joulemark.engine.history;

import java.util.Map;
import org.joulemark.engine.model.Figure;
import org.joulemark.engine.model.Run;
import org.joulemark.engine.model.VersionKey;

/** Figures to write into the ledger beside a finished run, so that what was shown that day can be checked later. */
@FunctionalInterface
public interface RunDigest {
    /** Figures by version and metric id. */
    Map<VersionKey, Map<String, Figure>> figures(Run run);

    /** Writes no figures. */
    static RunDigest none() {
        return run -> Map.of();
    }
}
